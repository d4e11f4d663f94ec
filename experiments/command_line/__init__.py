"""The command ``samenspel``: a contract that others build on (options, JSON, exit codes)."""

from experiments.command_line.entry import main

__all__ = ["main"]
