"""A server started for a while: a free port, and waiting until it answers. Needs no pytest."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.request

START_SECONDS = 300.0


class NotReady(RuntimeError):  # noqa: N818  (it names what happened)
    """The server stopped, or took too long before it answered."""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return made.getsockname()[1]


def wait_until_ready(
    address: str, process: subprocess.Popen[bytes], seconds: float = START_SECONDS
) -> None:
    """Return when the server answers; NotReady when it stopped or takes longer than this."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise NotReady("the server stopped before it answered")
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise NotReady(f"the server did not answer within {seconds:.0f} seconds")
