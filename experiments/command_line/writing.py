"""Whether a file or folder that is to be written can be, told before anything is run for it."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from scenarios.faults import Both, Fault


def file_faults(option: str, name: str, kinds: Sequence[str] = ()) -> list[Fault]:
    """What stands in the way of a file of this name, of one of these kinds; none or one fault."""
    path = Path(name)
    if not path.name or "\0" in name:
        return [_fault(option, name, "no file is named", "er staat geen bestand")]
    if kinds and path.suffix not in kinds:
        problem = Both("this kind of file cannot be written", "zo'n bestand kan niet")
        allowed = Both(" or ".join(kinds), " of ".join(kinds))
        return [Fault(option, name, allowed, str(path.with_suffix(kinds[0])), problem)]
    if os.path.isdir(path):
        return [_fault(option, name, "this is a folder, not a file", "dit is een map")]
    if not os.path.isdir(path.absolute().parent):
        problem = Both("there is no such folder", "die map is er niet")
        allowed = Both("a folder that exists", "een map die er is")
        return [Fault(option, name, allowed, path.name, problem)]
    if not _may_write(path):
        return [_fault(option, name, "this may not be written", "dit mag niet worden geschreven")]
    return []


def folder_faults(option: str, name: str) -> list[Fault]:
    """What stands in the way of keeping things in a folder of this name, made if need be."""
    path = Path(name)
    allowed = Both("a folder that can be written to", "een map waarin geschreven mag worden")
    if not name or "\0" in name:
        problem = Both("no folder is named", "er staat geen map")
        return [Fault(option, name, allowed, None, problem)]
    there = next(each for each in (path, *path.absolute().parents) if os.path.lexists(each))
    if not os.path.isdir(there):
        problem = Both("this is a file, not a folder", "dit is een bestand, geen map")
        return [Fault(option, name, allowed, f"{there}-2", problem)]
    if not os.access(there, os.W_OK | os.X_OK) or len(path.name) > _LONGEST:
        problem = Both("this may not be written", "dit mag niet worden geschreven")
        return [Fault(option, name, allowed, None, problem)]
    return []


def unwritten(option: str, name: str, reason: OSError) -> Fault:
    """What to say when a file could not be written after all."""
    problem = Both(
        f"this file cannot be written: {reason.strerror}",
        f"dit bestand kan niet geschreven worden: {_WHY.get(reason.errno or 0, 'het lukt niet')}",
    )
    return Fault(option, name, _WRITABLE, None, problem)


_WHY = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "je hebt geen ruimte meer",
    errno.EFBIG: "het wordt te groot",
    errno.EROFS: "hier kan alleen gelezen worden",
    errno.EACCES: "dat mag niet",
    errno.EISDIR: "dit is een map",
    errno.ENOENT: "de map is er niet",
}
"""What the system says in English of a file that it does not write."""
_WRITABLE = Both("a file that can be written", "een bestand dat geschreven kan worden")
_LONGEST = 255
"""Bytes in one name: the usual limit of file systems."""


def _may_write(path: Path) -> bool:
    if len(os.fsencode(path.name)) > _LONGEST:
        return False
    return os.access(path if os.path.lexists(path) else path.absolute().parent, os.W_OK)


def _fault(option: str, name: str, en: str, nl: str) -> Fault:
    return Fault(option, name, _WRITABLE, None, Both(en, nl))
