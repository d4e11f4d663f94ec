"""Opening the page: the model prepared first, then a server on this machine alone."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import webbrowser

from experiments.command_line import warming
from experiments.command_line.reader import Reader
from experiments.command_line.speech import say
from experiments.version import CHECKOUT
from scenarios.faults import Both, Fault, Refused

HOST = "localhost"
LOWEST, HIGHEST = 1024, 65535
PAGE = CHECKOUT / "app.py"

ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""How a program is ended from outside, besides Ctrl+C; closing a terminal is one way."""
MERCY = 5.0
"""Seconds that the server may take to end by itself."""
PATIENCE = 60.0
"""Seconds to wait for the page before a browser is opened on it."""


def open_page(port: str, no_browser: bool) -> int:
    """Serve the page until it is stopped; the exit code of the server comes back."""
    number = _free_port(port)
    if not PAGE.is_file():
        raise FileNotFoundError("app.py is not there; run samenspel from its checkout")
    # Before the first child: whoever ends this program while it prepares ends the child as well.
    for ending in ENDINGS:
        if signal.getsignal(ending) is not signal.SIG_IGN:  # as nohup asks for
            signal.signal(ending, _leave)
    try:
        if warming.is_cold() and warming.compile_in_a_child() != 0:
            raise RuntimeError("the model could not be prepared; the lines above say why")
    except KeyboardInterrupt:
        return 0
    return _serve(number, no_browser)


def _serve(number: int, no_browser: bool) -> int:
    """Serve until the server ends or is ended; its exit code."""
    server = subprocess.Popen([sys.executable, str(PAGE), str(number)], cwd=CHECKOUT)
    try:
        if _answers(number, server):
            address = f"http://{HOST}:{number}"
            stop = say("Ctrl+C stopt het", "Ctrl+C stops it")
            print(f"Samenspel: {address} ({stop})", file=sys.stderr, flush=True)
            if not no_browser:
                webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(server)


def _leave(*_: object) -> None:
    """Being ended from outside is like Ctrl+C: the server stops as well."""
    raise KeyboardInterrupt


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the server, also one that waits for open pages; nothing interrupts this half-way."""
    for ending in (*ENDINGS, signal.SIGINT):
        signal.signal(ending, signal.SIG_IGN)
    if server.poll() is not None:
        return
    server.terminate()
    try:
        server.wait(MERCY)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _answers(port: int, server: subprocess.Popen[bytes]) -> bool:
    """Whether the page answers before patience ends or the server does."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.1)
    return False


def _free_port(text: str) -> int:
    """The port, when nobody listens there yet; Refused with the next free one otherwise."""
    reader = Reader()
    port = reader.whole("--port", text, LOWEST, HIGHEST)
    if reader.faults:
        raise Refused(reader.faults)
    if _is_free(port):
        return port
    following = range(port + 1, min(port + 50, HIGHEST))
    nearest = next((str(each) for each in following if _is_free(each)), None)
    problem = Both("something listens there already", "daar luistert al iets")
    allowed = Both(
        f"a free port, {LOWEST} to {HIGHEST}", f"een vrije poort, {LOWEST} tot {HIGHEST}"
    )
    raise Refused([Fault("--port", text, allowed, nearest, problem)])


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
