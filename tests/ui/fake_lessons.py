"""A lesson about the made-up model."""

from experiments import lessons


def both(text: str) -> dict[str, str]:
    return {"nl": f"{text} (nl)", "en": f"{text} (en)"}


def lines(text: str) -> dict[str, list[str]]:
    return {language: [f"{text} {n} ({language})" for n in (1, 2, 3)] for language in ("nl", "en")}


ROW = {
    "place": "dale",
    "a": "as_is",
    "b": "neighbourhood",
    "window": "final",
    "draw": "unmet",
    "also": ["wait", "trust"],
    "title": {"nl": "Wat doet een verbinder?", "en": "What does a connector do?"},
    "goal": both("Doel"),
    "case": lines("Casus"),
    "ask": both("Teken"),
    "look": lines("Kijk"),
    "discuss": lines("Vraag"),
    "teacher": lines("Weet"),
    "changes": [
        {"key": "hours", "on": "b", "set": {"fake.hours": 60.0}, **both("Meer uren")},
        {"key": "team", "b": "team_hours", **both("Teamuren")},
    ],
}
PLAN = [
    {"from": 0, "to": 20, "what": both("Lees"), "how": both("Samen")},
    {"from": 20, "to": 45, "what": both("Praat"), "how": both("Apart")},
]
LESSONS = (lessons.made("taught", ROW, PLAN),)
