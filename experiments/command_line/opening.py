"""Opening the page: the model prepared first, then a server on this machine alone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

from experiments.command_line import warming
from experiments.command_line.reader import Reader
from experiments.version import CHECKOUT
from scenarios.faults import Fault, Refused

HOST = "localhost"
LOWEST, HIGHEST = 1024, 65535
PAGE = CHECKOUT / "app.py"

SETTINGS = {
    "SOLARA_ASSETS_PROXY": "True",
    "SOLARA_TELEMETRY_MIXPANEL_ENABLE": "False",
    "SOLARA_MODE": "production",
}
"""What must stand before Solara is imported: no request leaves this machine."""


def open_page(port: str, no_browser: bool) -> int:
    """Serve the page until it is stopped; the exit code of the server comes back."""
    number = _free_port(port)
    if not PAGE.is_file():
        raise FileNotFoundError("app.py is not there; run samenspel from its checkout")
    if warming.is_cold():
        code = warming.compile_in_a_child()
        if code != 0:
            raise RuntimeError("the model could not be prepared; the lines above say why")
    command = [sys.executable, "-m", "solara", "run", str(PAGE), "--production"]
    command += ["--host", HOST, "--port", str(number)]
    command += ["--no-open"] if no_browser else ["--open"]
    print(f"Samenspel: http://{HOST}:{number} (Ctrl+C stops it)", file=sys.stderr, flush=True)
    return _serve(command)


def _serve(command: list[str]) -> int:
    server = subprocess.Popen(command, cwd=CHECKOUT, env=os.environ | SETTINGS)
    try:
        return server.wait()
    except KeyboardInterrupt:
        server.terminate()
        server.wait()
        return 0


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
    problem, allowed = "something listens there already", f"a free port, {LOWEST} to {HIGHEST}"
    raise Refused([Fault("--port", text, allowed, nearest, problem)])


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
