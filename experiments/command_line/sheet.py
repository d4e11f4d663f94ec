"""What a cost-benefit sheet of B would say, beside the same world without what B tries."""

from __future__ import annotations

from typing import Any

from experiments.command_line.output import console
from experiments.command_line.speech import say
from experiments.command_line.tables import short, window

Data = dict[str, Any]


def told(place: Data) -> None:
    """Two sentences: the sheet of B alone, and what of it would be there without; none if unknown.

    Over the weeks with extra money where there are any, else over the last year.
    """
    outcomes = place["outcomes"]
    when = "during" if outcomes["saved_total"]["b"]["windows"]["during"] else "final"
    spared, cost, ratio = (outcomes[key] for key in ("saved_total", "cost_total", "sheet_ratio"))
    if any(each["b"]["windows"][when]["median"] is None for each in (spared, cost, ratio)):
        return
    counted, anyway = (short(spared[side]["windows"][when]["median"]) for side in "ba")
    each = short(ratio["b"]["windows"][when]["median"])
    more, paid = (short(one["difference"]["windows"][when]["median"]) for one in (spared, cost))
    over = window(when)
    console().print(
        say(
            f"[dim]Een kosten-batenlijst van B alleen ({over}) telt {counted} euro mogelijk "
            f"vermeden per bewoner per jaar: {each} voor elke betaalde euro. Dezelfde lijst van A "
            f"telt al {anyway}. Wat B toevoegt, met hetzelfde toeval: {more} euro vermeden, tegen "
            f"{paid} euro verschil in uitgaven.[/]",
            f"[dim]A cost-benefit sheet of B alone ({over}) counts {counted} euros possibly spared "
            f"for each resident a year: {each} for each euro paid. The same sheet of A counts "
            f"{anyway} already. What B adds, with the same luck: {more} euros spared, against a "
            f"difference of {paid} euros in spending.[/]",
        )
    )
