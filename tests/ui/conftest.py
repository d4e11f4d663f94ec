"""A server on the made-up model, and a browser that tolerates no error and no outside request."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.ui import gate
from tests.ui.serving import free_port, wait_until_ready

ROOT = Path(__file__).parents[2]
expect.set_options(timeout=60_000)  # a busy machine takes its time; nothing here is a race
SEEDS = itertools.count(100)
PATIENCE = 300_000
"""Milliseconds: where nothing is compiled yet, the first answer compiles the model."""
CHROMIUM = os.environ.get("SAMENSPEL_CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="session")
def gates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a test closes a gate in the made-up model (`tests.ui.gate`)."""
    return tmp_path_factory.mktemp("gates")


@pytest.fixture(scope="session")
def address(gates: Path) -> Iterator[str]:
    """Where the page on the made-up model is served."""
    with served("tests.ui.serve_fake", {gate.FOLDER: str(gates)}) as found:
        yield found


@pytest.fixture(scope="session")
def real_address() -> Iterator[str]:
    """Where the page on the real model is served."""
    with served("tests.ui.serve_real") as found:
        yield found


@contextmanager
def served(module: str, more: Mapping[str, str] = {}) -> Iterator[str]:
    """A server of its own, in the surroundings of a terminal of VS Code."""
    port = free_port()
    editor = {"VSCODE_PID": "1", "VSCODE_CWD": "/", "PYTHONPATH": str(ROOT)}
    surroundings = {**os.environ, **editor, **more}
    process = subprocess.Popen(
        [sys.executable, "-m", module, str(port)], cwd=ROOT, env=surroundings
    )
    try:
        wait_until_ready(f"http://127.0.0.1:{port}", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture(scope="session")
def chromium(browser: Browser) -> Browser:
    """The one browser of all tests (``tests/conftest.py``): there can be but one at a time."""
    return browser


class Strict:
    """Notes everything that should not happen in a page."""

    def __init__(self, address: str) -> None:
        self.address, self.faults = address, []

    def watch(self, page: Page) -> Page:
        """The same page, from now on watched."""
        page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))
        page.on("requestfailed", lambda request: self.failed(request.url, request.failure))
        page.on("console", self.console)
        page.on("request", lambda request: self.request(request.url))
        page.on("response", lambda answer: self.response(answer.status, answer.url))
        return page

    def failed(self, url: str, why: str | None) -> None:
        # a page that is left for another stops what it was still loading
        if why != "net::ERR_ABORTED":
            self.faults.append(f"failed: {url}: {why}")

    def console(self, message) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def request(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"request that leaves this machine: {url}")

    def response(self, status: int, url: str) -> None:
        if status >= 400:
            self.faults.append(f"{status}: {url}")


Visit = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    """Opens the page on the made-up model as another visitor each time."""
    with visits(chromium, address) as opened:
        yield opened


@pytest.fixture
def visit_real(chromium: Browser, real_address: str) -> Iterator[Visit]:
    """Opens the page on the real model as another visitor each time."""
    with visits(chromium, real_address) as opened:
        yield opened


@contextmanager
def visits(chromium: Browser, address: str) -> Iterator[Visit]:
    """Opens pages; afterwards there must be nothing to regret."""
    strict, contexts = Strict(address), []

    def opened(
        search: str = "",
        width: int = 1280,
        height: int = 900,
        ready: bool = True,
        path: str = "/explore",
        before: Callable[[Page], None] | None = None,
        seed: bool = True,
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True
        )
        contexts.append(context)
        page = strict.watch(context.new_page())
        if before:
            before(page)
        # Its own seed, so that no test finds what another one had computed.
        own = f"&seed={next(SEEDS)}" if seed and "seed=" not in search else ""
        page.goto(f"{address}{path}?{search}{own}")
        if ready:
            page.wait_for_selector(".chart svg", timeout=PATIENCE)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert strict.faults == []


def finished(page: Page) -> None:
    """Return when all runs are in; a failure tells what stood on the page instead."""
    try:
        page.wait_for_function(
            "/Klaar|Finished/.test(document.querySelector('.stage__said')?.textContent ?? '')",
            timeout=PATIENCE,
        )
    except PlaywrightTimeout as stuck:
        raise AssertionError(f"still not finished: {page.inner_text('.stage')}") from stuck
    # The sentence about the stage arrives a moment before the last charts do.
    page.wait_for_timeout(200)


def unfolded(page: Page) -> None:
    """Open what a narrow screen keeps closed."""
    closed = page.locator(".fold__button[aria-expanded=false]:visible")
    while closed.count():
        closed.first.click()


@pytest.fixture
def settled() -> Callable[[Page], None]:
    """Waits until all runs are in."""
    return finished
