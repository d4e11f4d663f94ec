"""The server behind the page: nothing leaves this machine, and the HTML itself is accessible."""

from __future__ import annotations

import os
import re
import threading
import warnings
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from ui import addresses, foundations, lesson, words

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Served = Callable[[Scope, Receive, Send], Awaitable[None]]

STYLE_FILE = Path(__file__).parent / "style.css"
"""What all pages share; what one page needs besides stands beside it and is served with it."""
STYLE_PATH = "/style.css"
HTML, CSS = b"text/html; charset=utf-8", b"text/css; charset=utf-8"

# Solara's own template has no language, forbids zooming and greets in English. What the template
# says, and what stands there instead; a test reads the served page, so that a newer Solara that
# words it differently is noticed.
REWRITES: tuple[tuple[str, str], ...] = (
    (r"<html>", '<html lang="{language}">'),
    (
        r'<meta name="viewport"[^>]*>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ),
    (r"</head>", '<link rel="stylesheet" href="{root}/style.css?{stamp}"></head>'),
    (r'id="loader-container"', 'id="loader-container" role="main"'),
    (r"<v-progress-linear :indeter", '<v-progress-linear aria-label="{loading}" :indeter'),
    (r"Loading resources", "{loading}"),
    # What stands there would be overwritten, in English, by a script of Solara's own.
    (r"<h1>\{\{ loading_text \}\}</h1>", "<h1>{loading}</h1>"),
    (r"Server\s+disconnected\.", "{disconnected}"),
    (r"Restoring session…", "{restoring}"),
    (r"Please refresh the page", "{refresh}"),
    (r"Could not restore session\. Please refresh\.", "{refresh}"),
    (r"Refresh now", "{refresh_now}"),
    (r"\n\s*Cancel\n", "{cancel}"),
    (
        r"App is disconnected, and may not function properly\. Please refresh the page\.",
        "{refresh}",
    ),
)


def prepare() -> None:
    """Settings that must stand before Solara is first imported."""
    # In a terminal of VS Code, Solara would send browsers to a public content network.
    os.environ["SOLARA_ASSETS_PROXY"] = "True"
    os.environ["SOLARA_TELEMETRY_MIXPANEL_ENABLE"] = "False"
    os.environ.setdefault("SOLARA_MODE", "production")
    os.environ["SOLARA_THEME_SHOW_BANNER"] = "False"
    os.environ["SOLARA_THEME_LOADER"] = "plain"
    os.environ["SOLARA_THEME_TITLE"] = "Samenspel"
    # A browser that vanished without saying goodbye keeps its memory for a day by default.
    os.environ.setdefault("SOLARA_KERNEL_CULL_TIMEOUT", "30m")
    # True of a page inside a page of another site; ours is opened by itself, on this machine.
    warnings.filterwarnings("ignore", message="Cookies with samesite=none")


def rewritten(html: str, language: str, root: str) -> str:
    """The page with its language, free zooming, our style and our own words."""
    values = {
        "language": language,
        "root": root,
        "stamp": str(int(max(path.stat().st_mtime for path in styles()))),
        **{
            name: words.say(f"server.{name}", language)
            for name in (
                "loading",
                "disconnected",
                "restoring",
                "refresh",
                "refresh_now",
                "cancel",
            )
        },
    }
    for pattern, replacement in REWRITES:
        text = replacement.format(**values)
        html = re.sub(pattern, lambda _, text=text: text, html)
    return html


def language_asked_for(scope: Scope) -> str:
    """The language in the address, Dutch when there is none that we speak."""
    found = re.search(rb"(?:^|&)lang=(\w+)", scope.get("query_string", b""))
    asked = found.group(1).decode() if found else ""
    return asked if asked in words.LANGUAGES else words.LANGUAGES[0]


def styles() -> list[Path]:
    """All our style, what pages share before what one of them adds."""
    return [STYLE_FILE, *sorted(set(STYLE_FILE.parent.glob("*.css")) - {STYLE_FILE})]


def style() -> bytes:
    """The whole style as one file."""
    return b"\n".join(path.read_bytes() for path in styles())


async def answer(send: Send, body: bytes, kind: bytes) -> None:
    """One small file, sent whole."""
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"max-age=3600"),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def redirect(send: Send, address: str) -> None:
    """The way to where a page is now; the browser asks there in the same manner."""
    headers = [(b"location", address.encode()), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 307, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def elsewhere(scope: Scope) -> str:
    """Where a link from before the first page leads now; empty for any other."""
    query = scope.get("query_string", b"").decode("latin-1")
    moved = addresses.STOOD.get(scope["path"].rstrip("/"))
    if moved is not None:
        return f"{scope.get('root_path', '')}{moved}?{query}"
    if scope["path"] != addresses.FIRST or not addresses.is_older_link(query):
        return ""
    return f"{scope.get('root_path', '')}{addresses.LIVE}?{query}"


def still_page(scope: Scope) -> str | None:
    """The page at this address that needs no script; None where there is none."""
    path, language = scope["path"], language_asked_for(scope)
    if path == addresses.FIRST:
        from ui import start  # here: it loads Solara, whose settings must stand before

        return start.page(language)
    if path.rstrip("/") == addresses.GUIDE:
        return lesson.page(scope.get("query_string", b"").decode("latin-1"), language)
    if path.rstrip("/").startswith(foundations.PATH):
        return foundations.page(path, language)
    return None


def with_accessible_pages(inner: Served) -> Served:
    """The same server, whose pages are rewritten and which also serves our style."""

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await inner(scope, receive, send)
            return
        if scope["path"] == STYLE_PATH:
            await answer(send, style(), CSS)
            return
        if onward := elsewhere(scope):
            await redirect(send, onward)
            return
        made = still_page(scope)
        if made is not None:
            await answer(send, made.encode(), HTML)
            return
        # The inner server compresses what a browser accepts; a page must be read to be rewritten.
        plain = dict(scope)
        if b"text/html" in dict(scope["headers"]).get(b"accept", b""):
            plain["headers"] = [(k, v) for k, v in scope["headers"] if k != b"accept-encoding"]
        await inner(plain, receive, PageSender(scope, send))

    return served


class PageSender:
    """Holds a page back until it is whole, rewrites it, and lets everything else pass."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.scope, self.send = scope, send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = dict(message["headers"]).get(b"content-type", b"")
            if kind.startswith(b"text/html"):
                self.start = message
                return
        if self.start is None:
            await self.send(message)
            return
        self.body += message.get("body", b"")
        if not message.get("more_body", False):
            await self.send_page()

    async def send_page(self) -> None:
        """The rewritten page, with its new length."""
        assert self.start is not None
        root = self.scope.get("root_path", "")
        page = rewritten(self.body.decode(), language_asked_for(self.scope), root).encode()
        kept = [(k, v) for k, v in self.start["headers"] if k != b"content-length"]
        headers = [*kept, (b"content-length", str(len(page)).encode())]
        await self.send({**self.start, "headers": headers})
        await self.send({"type": "http.response.body", "body": page})


def application(pages: str) -> Served:
    """The whole application; `pages` is the module that holds `routes`."""
    prepare()
    os.environ["SOLARA_APP"] = pages
    import solara.server.settings
    import solara.server.starlette
    import solara.settings

    # Somebody may have imported Solara before us, for instance a test.
    solara.server.settings.telemetry.mixpanel_enable = False
    if not solara.settings.assets.proxy:
        raise RuntimeError("Solara was imported before ui.serve.prepare(); the page needs a proxy")
    return with_accessible_pages(solara.server.starlette.app)


def serve(pages: str, host: str = "127.0.0.1", port: int = 8765) -> None:
    """Serve until stopped."""
    import uvicorn

    served = application(pages)
    from ui import start  # here: it loads Solara, whose settings stand by now

    # Made before anybody asks, beside the start of the server: the first page waits for nothing.
    threading.Thread(target=start.make, name="first page", daemon=True).start()
    uvicorn.run(served, host=host, port=port, log_level="warning")
