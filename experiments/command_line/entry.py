"""The way in: from the words typed to an exit code, whatever happens in between.

0: done. 2: something asked for cannot be, and each fault is told. 1: our own fault.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import typer

from experiments.command_line import output, speech, writing
from experiments.command_line.calibrate_to import application
from model.declarations import LANGUAGES
from scenarios.faults import Both, Fault, Refused, near, offered

DONE, OURS, YOURS = 0, 1, 2
INTERRUPTED = 130
"""What typer answers where Ctrl+C was pressed and nobody caught it."""
LANGUAGE = "--language"
LISTS = ("places", "scenarios", "levers", "outcomes")
"""Commands that compute nothing."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
"""What is met only while writing, and then is no fault of ours: no traceback."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was typed; the exit code comes back."""
    typed = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    for_machines = "--json" in typed
    speech.speak(_language_of(typed, speech.USUAL if arguments is not None else _of_the_machine()))
    if arguments is None:
        _leave_uncompiled(typed)
    command: Any = typer.main.get_command(application)
    try:
        _refuse_unknown_command(typed, command)
        with _helping(command, typed):
            answered = command.main(args=typed, prog_name="samenspel", standalone_mode=False)
        return _answered(answered)
    except Refused as refused:
        return _tell(refused.faults, for_machines)
    except typer.Exit as left:
        return left.exit_code
    except (typer.Abort, KeyboardInterrupt):
        print(speech.say("gestopt", "stopped"), file=sys.stderr)
        return OURS
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except OSError as reason:
        named = str(reason.filename or "")
        if reason.errno in NO_ROOM or named in typed:
            return _tell([writing.unwritten(Both("file", "bestand"), named, reason)], for_machines)
        return _own_up(reason, for_machines)
    except Exception as reason:
        if getattr(reason, "exit_code", None) == YOURS:
            return _tell([_usage_fault(reason)], for_machines)
        return _own_up(reason, for_machines)


def _answered(answered: Any) -> int:
    """The exit code that a command answers; KeyboardInterrupt where it was stopped."""
    if answered == INTERRUPTED:
        raise KeyboardInterrupt
    return answered if isinstance(answered, int) else DONE


def _leave_uncompiled(typed: Sequence[str]) -> None:
    """Load no compiler where this process only lists what there is: that takes a second or more.

    Only for a process of its own: what is loaded so cannot run.
    """
    words = (word for word in typed if word[:1] != "-" and word not in LANGUAGES)
    if next(words, "") in LISTS:
        os.environ["NUMBA_DISABLE_JIT"] = "1"


def _helping(command: Any, typed: Sequence[str]) -> AbstractContextManager[None]:
    """Within this, help is told in the language that is spoken."""
    if speech.language() != "nl" or {"--help", "-h"}.isdisjoint(typed):
        return nullcontext()
    from experiments.command_line import helping  # here: few ask for help

    return helping.in_dutch(command)


def _of_the_machine() -> str:
    """The language that this machine speaks to people, where it is Dutch; else the usual one."""
    chosen = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((each for each in chosen if each), "")
    return "nl" if first.split("_")[0].split(".")[0] == "nl" else speech.USUAL


def _language_of(typed: Sequence[str], language: str = speech.USUAL) -> str:
    """The language asked for, known before the options are read: faults are told in it too.

    It may stand before the command or after it; the last one counts.
    """
    for place, word in enumerate(typed):
        if word == LANGUAGE and place + 1 < len(typed):
            language = typed[place + 1]
        if word.startswith(f"{LANGUAGE}="):
            language = word.partition("=")[2]
    return language


def _refuse_unknown_command(typed: Sequence[str], command: Any) -> None:
    """Refuse a first word that is no command, and an option that should stand after one."""
    known = list(command.commands)
    words = iter(typed)
    for word in words:
        if word == LANGUAGE:
            next(words, None)  # the language itself is no command
        elif word.startswith("-"):
            name = word.partition("=")[0]
            if name not in _names(command):
                _refuse_too_early(name, command)
                return  # the parser says that there is no such option
        elif word in known:
            below = command.commands[word]
            if hasattr(below, "commands"):
                _refuse_no_command(rest := list(words), word, below)
                _refuse_unknown_command(rest, below)
            return
        else:
            problem = Both("there is no such command", "die opdracht is er niet")
            allowed = ", ".join(known)
            where = Both("command", "opdracht")
            raise Refused([Fault(where, word, allowed, near(word, known), problem)])


def _refuse_no_command(rest: Sequence[str], group: str, command: Any) -> None:
    """Refuse a group of commands without the one that is meant."""
    if not rest:
        problem = Both("say which", "zeg welke")
        where = Both(f"command {group}", f"opdracht {group}")
        raise Refused([Fault(where, "", ", ".join(command.commands), None, problem)])


def _names(command: Any) -> set[str]:
    """The names of the options of one command, with those for help."""
    return {"--help", "-h", *(name for each in command.params for name in each.opts)}


def _refuse_too_early(name: str, command: Any) -> None:
    """Refuse an option of some command where no command stands before it."""
    if any(name in _names(each) for each in command.commands.values()):
        problem = Both("this option stands before the command", "deze optie staat voor de opdracht")
        allowed = Both(
            f"after the command, as in samenspel run SCENARIO {name} …",
            f"achter de opdracht, als in samenspel run SCENARIO {name} …",
        )
        raise Refused([Fault("samenspel", name, allowed, None, problem)])


def _tell(faults: Sequence[Fault], for_machines: bool) -> int:
    """Tell what is to be put right: as JSON on stdout, else in words on stderr."""
    if for_machines:
        output.as_json({"errors": [fault.for_machines() for fault in faults]})
        return YOURS
    print(speech.say("Dit kan zo niet:", "This cannot be done as asked:"), file=sys.stderr)
    for fault in faults:
        print(f"  {fault.told(speech.language())}", file=sys.stderr)
    return YOURS


def _usage_fault(reason: Any) -> Fault:
    """What is wrong with the words typed, from what the parser says of it."""
    context = getattr(reason, "ctx", None)
    where = context.command_path if context else "samenspel"
    unknown = getattr(reason, "option_name", None)
    if type(reason).__name__ == "NoSuchOption" and unknown:
        options = _options(context)
        allowed = offered(unknown, options, Both(f"{where} --help", f"{where} --help"))
        problem = Both("there is no such option", "die optie is er niet")
        return Fault(where, unknown, allowed, near(unknown, options), problem)
    parameter = getattr(reason, "param", None)
    if parameter is not None:
        where = f"{where} {parameter.opts[0] if parameter.opts else parameter.name}"
        path = f"{context.command_path} --help" if context else "--help"
        allowed = Both(f"see {path}", f"zie {path}")
        problem = _mistyped(reason)
        if type(reason).__name__ == "MissingParameter":
            problem = Both("this is missing", "dit ontbreekt")
        return Fault(where, "", allowed, None, problem)
    problem, value = _mistyped(reason), ""
    if "extra argument" in problem:
        value = problem.rpartition("(")[2].rstrip(")")
        problem = Both("there is more than is asked for", "er staat meer dan er gevraagd wordt")
    return Fault(where, value, Both(f"see {where} --help", f"zie {where} --help"), None, problem)


def _mistyped(reason: Any) -> Both:
    """What the parser says; in Dutch only what kind of mistake it is, for it speaks English."""
    said = reason.format_message().rstrip(".")
    if "requires an argument" in said or "requires a value" in said:
        return Both(said, "hier hoort iets achter te staan")
    if "does not take a value" in said:
        return Both(said, "hier hoort niets achter te staan")
    return Both(said, "dit is zo niet te lezen")


def _options(context: Any) -> list[str]:
    parameters = context.command.params if context else []
    return ["--help", *(name for each in parameters for name in each.opts if name[:2] == "--")]


def _own_up(reason: Exception, for_machines: bool) -> int:
    """Say that it is our fault, with what whoever mends it needs, on stderr."""
    traceback.print_exception(reason, file=sys.stderr)
    said = speech.say(
        "Dit is een fout van Samenspel, niet van jou. Wil je de regels hierboven melden?",
        "This is a fault of Samenspel, not yours. Please report the lines above.",
    )
    print(f"\n{said}", file=sys.stderr)
    if for_machines:
        said = f"{type(reason).__name__}: {reason}"
        own = Fault("samenspel", said, "this should not happen: please report it")
        output.as_json({"errors": [own.for_machines()]})
    return OURS
