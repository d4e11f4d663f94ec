"""The server's settings, and what it rewrites."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ui import serve

PAGE = """<!doctype html>
<html>
<head><meta name="viewport" content="width=device-width, maximum-scale=1, user-scalable=no">
</head><body>Loading resources</body></html>"""


@pytest.mark.parametrize(("asked", "spoken"), [("", "nl"), ("lang=en", "en"), ("lang=xx", "nl")])
def test_the_page_speaks_the_language_that_the_address_asks_for(asked, spoken):
    scope = {"type": "http", "path": "/explore", "headers": [], "query_string": asked.encode()}
    assert f'<html lang="{spoken}">' in served(scope, PAGE.encode(), b"text/html")


def test_other_files_pass_untouched():
    scope = {"type": "http", "path": "/x.js", "headers": [], "query_string": b""}
    assert served(scope, PAGE.encode(), b"text/javascript") == PAGE


def served(scope: dict[str, object], body: bytes, kind: bytes) -> str:
    """What a browser gets when the inner server answers with this body, in two pieces."""
    sent = []

    async def inner(_scope, _receive, send) -> None:
        headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body[:40], "more_body": True})
        await send({"type": "http.response.body", "body": body[40:]})

    async def send(message) -> None:
        sent.append(message)

    # In a thread of its own: a browser of another test may own the loop of this one.
    asked = serve.with_accessible_pages(inner)(scope, None, send)
    thread = threading.Thread(target=asyncio.run, args=(asked,))
    thread.start()
    thread.join()
    whole = b"".join(message.get("body", b"") for message in sent)
    assert dict(sent[0]["headers"])[b"content-length"] == str(len(whole)).encode()
    return whole.decode()


def test_every_rewrite_still_finds_its_place_in_the_template():
    import re

    import solara.server

    folder = Path(solara.server.__file__).parent / "templates"
    texts = "".join((folder / f).read_text() for f in ("solara.html.j2", "loader-plain.html"))
    page = texts + "Loading resources"
    assert [pattern for pattern, _ in serve.REWRITES if not re.search(pattern, page)] == []


def test_nothing_is_sent_to_the_makers_of_solara():
    code = (
        "from ui.serve import prepare; prepare();"
        "import solara.server.settings as s, solara.settings as t;"
        "print(s.telemetry.mixpanel_enable, s.main.mode, t.assets.proxy, s.theme.show_banner)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={"VSCODE_PID": "1", "VSCODE_CWD": "/", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["False", "production", "True", "False"]
