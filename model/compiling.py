"""Compiling rules, so that a readable sentence per resident is also fast enough for ensembles.

numba keeps compiled code on disk, but does not notice an edit in a file that a compiled function
calls. So the folder it is kept in is named after the sources of the model, the versions and the
processor: any edit gives a new folder, and a stale rule can never run.
"""

from __future__ import annotations

import ast
import hashlib
import os
import platform
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import numba
import numpy as np
from numba.core import config

MODEL = Path(__file__).parent


def _sources() -> hashlib.blake2b:
    digest = hashlib.blake2b(digest_size=8)
    for source in sorted(MODEL.rglob("*.py")):
        digest.update(source.name.encode())
        digest.update(source.read_bytes())
    return digest


WORDS = frozenset({"nl", "en", "reason", "without"})
BASES = frozenset({"measured", "published", "expert", "fitted", "assumed", "chosen"})


class _Workings(ast.NodeTransformer):
    """Takes out of a source what is there for its readers: explanations, labels and reasons."""

    def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
        """A text that stands by itself explains what is beside it."""
        return None if isinstance(node.value, ast.Constant) else node

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """Labels go, and of what a number rests on its words: not which kind of basis it is."""
        self.generic_visit(node)
        node.keywords = [each for each in node.keywords if each.arg not in WORDS]
        if isinstance(node.func, ast.Name) and node.func.id in BASES:
            node.args = []
        return node


def without_words(source: str) -> str:
    """What a source makes the computer do, as text: the same for two that differ in words only."""
    return ast.dump(_Workings().visit(ast.parse(source)))


@cache
def workings() -> str:
    """A short text that changes with what the model does: which model a saved result is of.

    Words for readers do not count, so that a better label spoils no study.
    """
    digest = hashlib.blake2b(digest_size=8)
    for source in sorted(MODEL.rglob("*.py")):
        digest.update(source.relative_to(MODEL).as_posix().encode())
        digest.update(without_words(source.read_text(encoding="utf-8")).encode())
    return digest.hexdigest()


def _fingerprint() -> str:
    """A short text that changes with the model's sources, the versions and the processor."""
    digest = _sources()
    for version in (sys.version, numba.__version__, np.__version__, platform.machine()):
        digest.update(version.encode())
    digest.update(_processor().encode())
    return digest.hexdigest()


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as information:
            return next((line for line in information if line.startswith("model name")), "")
    except OSError:
        return platform.processor()


def cache_root() -> Path:
    """Where what was made once may be kept: the folder that was asked for, or the user's."""
    return Path(os.environ.get("SAMENSPEL_CACHE") or _user_cache())


def _folder() -> Path:
    """A writable folder for compiled code: the user's cache, or a temporary one."""
    folder = cache_root() / "compiled" / FINGERPRINT
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="samenspel-"))


def _user_cache() -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home)) / "samenspel"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "samenspel"
    return Path(os.environ.get("XDG_CACHE_HOME", home / ".cache")) / "samenspel"


FINGERPRINT = _fingerprint()
"""Which compiled code belongs to these sources, versions and processor."""
config.CACHE_DIR = str(_folder())  # pyright: ignore[reportAttributeAccessIssue]

_HOW = {"nogil": True, "cache": True, "error_model": "numpy"}

compiled = numba.njit(**_HOW)
"""Compile a function: without the interpreter's lock, kept on disk, dividing by zero as numpy."""

inlined = numba.njit(**_HOW, forceinline=True)
"""Compile a function into those that call it: each array handed over otherwise costs a count up
and down, which for a rule about one case is more than the rule itself."""


spliced = numba.njit(**_HOW, inline="always")
"""Compile a function only as part of the one that calls it: a long column once, not twice."""


def compiled_for(*signatures: Any) -> Any:
    """The same for these kinds of arguments only; others are turned into them by the caller."""
    return numba.njit(list(signatures), **_HOW)
