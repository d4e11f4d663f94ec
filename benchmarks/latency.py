"""How long somebody waits who moves a lever on the page: the real app, in a real browser.

From the moment a lever is let go until the browser has painted the first picture, and until it has
painted one of so many runs a side. The page makes both marks itself (``lever.vue``, ``chart.vue``).
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.row import Part, Row
from tests.ui.serving import free_port, wait_until_ready

CHROMIUM = os.environ.get("SAMENSPEL_CHROMIUM", "/usr/bin/chromium")
PATIENCE = 300_000
"""Milliseconds: where nothing is compiled yet, the first answer compiles the model."""
COMPILING = 600.0
"""Seconds that the app may take before it answers: it compiles the model first."""
GLANCE = 50
"""Milliseconds between two looks at the marks: looking at every frame takes time from the runs."""
BREATH = 0.3
"""Seconds between a picture and the next release, as of somebody who looks at it."""
TARGETS = {1: 0.3, 60: 4.0, 100: 12.0}
DRAWN = """
const released = performance.getEntriesByName('released').pop().startTime;
const drawn = performance.getEntriesByName('drawn').filter(mark => mark.startTime > released)
    .map(mark => [(mark.startTime - released) / 1000, Number(mark.detail.split(':').pop())]);
"""


def measure(quick: bool) -> Part:
    """Levers moved in turn: some awaited to the last run, the rest to a first picture."""
    looks, waits = (8, 2) if quick else (60, 12)
    with _app() as address, _browser() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/explore")
        page.wait_for_function("/Klaar met/.test(document.body.innerText)", timeout=PATIENCE)
        levers = page.locator("input[type=range][id^=lever]").evaluate_all(
            "all => all.map(one => one.id)"
        )
        whole = [_release(page, levers, number, 100) for number in range(waits)]
        quickly = [_release(page, levers, number, 1) for number in range(waits, waits + looks)]
    return _told(whole, quickly, len(levers))


def _release(page: Any, levers: list[str], number: int, runs: int) -> dict[int, float]:
    """Seconds until the first picture, and until one of 60 and of 100 runs if those are awaited."""
    time.sleep(BREATH)
    page.evaluate("performance.clearMarks()")
    lever = page.locator(f"#{levers[number % len(levers)]}")
    at_the_end = lever.evaluate("one => Number(one.value) >= Number(one.max)")
    lever.press("ArrowLeft" if at_the_end or number // len(levers) % 2 else "ArrowRight")
    page.wait_for_function(
        f"() => {{ if (!performance.getEntriesByName('released').length) return false; {DRAWN}"
        f"return drawn.some(each => each[1] >= {runs}) }}",
        timeout=PATIENCE,
        polling=GLANCE,
    )
    drawn = page.evaluate(f"() => {{ {DRAWN} return drawn }}")
    reached = {}
    for wanted in (1, 60, 100):
        seconds = [at for at, made in drawn if made >= wanted]
        if seconds and wanted <= runs:
            reached[wanted] = min(seconds)
    return reached


def _told(whole: list[dict[int, float]], quickly: list[dict[int, float]], levers: int) -> Part:
    part = Part("latency")
    for runs, most in TARGETS.items():
        seconds = sorted(each[runs] for each in (quickly if runs == 1 else whole) if runs in each)
        if not seconds:
            continue
        usual, nearly_all = (seconds[int(share * (len(seconds) - 1))] for share in (0.5, 0.95))
        what = "first picture" if runs == 1 else f"bands of {runs} runs a side"
        part.rows.append(
            Row(
                f"page, default place: a lever let go until {what}, 95 % within",
                f"{nearly_all:.2f} s (half within {usual:.2f} s)",
                f"at most {most:g} s",
                nearly_all <= most,
                f"{len(seconds)} releases of {levers} levers, one visitor, browser on this machine",
            )
        )
        part.numbers[f"to_{runs}"] = nearly_all
    return part


@contextmanager
def _app() -> Iterator[str]:
    """The page as ``samenspel app`` serves it, at a port that is free."""
    port = free_port()
    start = "from experiments.command_line import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", start, "app", "--no-browser", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_ready(address, process, COMPILING)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright  # only who tests has it

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
