"""Outcomes that repeat what was set: no finding of the model, however large the difference.

What a side buys or prescribes comes back in the books. Told as a result it would be news about
the question, so a page leaves it out of what differs most, and marks it elsewhere.
"""

from __future__ import annotations

ALWAYS = ("",)
"""The beginning of every address: whatever differs, the outcome only repeats it."""

MONEY = "spending."
SEATS = ("facilitator.", "second_facilitator.")
BOUGHT = (MONEY, *SEATS)
TOLD = ("attention.learning", "informing.", "monitoring.")
ADMINISTRATION = (
    *("hours.admin", "spending.on_administration", "repertoire.outside_in"),
    *("monitoring.", "informing."),
)
LEARNING = ("learning.network", "learning.time", "learning.reflection")
MEETING = ("meeting.open_meetings", "hours.protected")

SET_BY: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("hours_facilitation", "share_facilitation", "cost_facilitation"), ALWAYS),
    **dict.fromkeys(("cost_extra", "support_initiatives"), ALWAYS),
    **dict.fromkeys(
        (f"agenda_{part}" for part in ("requests", "board", "outreach", "connecting", "unused")),
        (*BOUGHT, *TOLD),
    ),
    "agenda_telling": (*BOUGHT, "informing."),
    "agenda_guiding": (*BOUGHT, "attention.learning"),
    "agenda_reporting": (*BOUGHT, "monitoring."),
    **dict.fromkeys(("hours_admin", "week_admin"), ADMINISTRATION),
    **dict.fromkeys(("hours_learning", "week_learning"), LEARNING),
    **dict.fromkeys(("hours_meeting", "week_meeting"), MEETING),
    **dict.fromkeys(("hours_outreach", "week_outreach"), ("getting_in.outreach",)),
    **dict.fromkeys(("hours_coordination", "week_coordination"), ("small_wins.celebrating",)),
    **dict.fromkeys(("chosen_members", "new_faces"), ("team_choice.",)),
    "informed": ("informing.",),
    "anchored": ("commitment.anchoring",),
}
"""Outcome → how the addresses begin that set it directly: where these differ between A and B, a
difference in the outcome was put in. Everything else that an outcome depends on goes by way of
what people do, and is a finding."""


def repeats(key: str, differing: frozenset[str]) -> bool:
    """Whether the outcome repeats what was set, where these addresses differ between A and B."""
    return any(address.startswith(SET_BY.get(key, ())) for address in differing)
