"""The plain controls of a page: a choice, a button, a table, a link to share, a file to save."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, cast

import solara
from solara.lab import use_task

from ui import words
from ui.markup import element

logger = logging.getLogger(__name__)


@solara.component_vue("document.vue", vuetify=False)
def Document(language: str, title: str, link: str) -> None:
    """Tells the browser the language, the title and the address that restores this page."""


@solara.component_vue("printed.vue", vuetify=False)
def Printed(language: str, link: str, texts: dict[str, str]) -> None:
    """On paper only: the day on which it was printed, and the address that restores the page."""


@solara.component_vue("choice.vue", vuetify=False)
def _Choice(
    id: str,
    kind: str,
    label: str,
    hint: str,
    options: list[dict[str, str]],
    value: str,
    event_choose: Callable[[str], None],
) -> None:
    """A native list or a row of native radio buttons."""


def Choice(
    identity: str,
    label: str,
    options: list[dict[str, str]],
    value: str,
    on_choose: Callable[[str], None],
    *,
    kind: str = "select",
    hint: str = "",
) -> solara.Element:
    """One out of several: `options` have a `value` and a `label`; `kind` is select or radio."""
    return _Choice(
        id=identity,
        kind=kind,
        label=label,
        hint=hint,
        options=options,
        value=value,
        event_choose=on_choose,
    )


@solara.component_vue("press.vue", vuetify=False)
def _Press(
    label: str,
    look: str,
    disabled: bool,
    pressed: bool | None,
    browser: str,
    about: str,
    event_press: Callable[[Any], None],
) -> None:
    """A native button."""


def Press(
    label: str,
    on_press: Callable[[], None] | None = None,
    *,
    look: str = "button",
    disabled: bool = False,
    pressed: bool | None = None,
    browser: str = "",
    about: str = "",
) -> solara.Element:
    """A button; with `browser="print"` it asks the browser to print instead of the server.

    `about` is what it is for, for those who hear it without what stands around it.
    """
    return _Press(
        label=label,
        look=look,
        disabled=disabled,
        pressed=pressed,
        browser=browser,
        about=about,
        event_press=lambda _: on_press() if on_press else None,
    )


@solara.component_vue("fold.vue", vuetify=False)
def _Fold(labels: dict[str, str], about: str) -> None:
    """A button that hides and shows what follows it, where the screen is narrow."""


def Fold(about: str, language: str, *, label: str = "") -> solara.Element:
    """On a narrow screen what follows in the same parent opens with this button; else nothing.

    `about` is what opens, for those who hear the button without its surroundings; `label` is what
    stands on it while it is closed, where that should be more than the usual word.
    """
    labels = {state: words.say(f"fold.{state}", language) for state in ("open", "close")}
    labels["open"] = label or labels["open"]
    return _Fold(labels=labels, about=about)


@solara.component_vue("below.vue", vuetify=False)
def Below(label: str) -> None:
    """Says at the lower edge of a panel that scrolls that there is more, and goes there."""


def beside(sentence: str, address: str, language: str) -> solara.Element:
    """A link to a page of ours that opens beside this one."""
    said = words.say(sentence, language)
    return element("a", [said], href=address, target="_blank", rel="noopener")


@solara.component_vue("table.vue", vuetify=False)
def _Table(caption: str, head: list[str], rows: list[dict[str, Any]], numeric: bool) -> None:
    """A real table."""


def Table(
    caption: str, head: list[str], rows: list[dict[str, Any]], *, numeric: bool = True
) -> solara.Element:
    """A table whose rows have a `name` and `cells`: texts, or bars with `text at low high`."""
    return _Table(caption=caption, head=head, rows=rows, numeric=numeric)


@solara.component_vue("share.vue", vuetify=False)
def _Share(link: str, texts: dict[str, str]) -> None:
    """The address of this page in a field, with a button that copies it."""


def Share(link: str, language: str) -> solara.Element:
    """A link that restores everything."""
    texts = {text: words.say(f"take.{text}", language) for text in ("link", "copy", "copied")}
    return _Share(link=link, texts=texts)


@solara.component_vue("save.vue", vuetify=False)
def _Save(
    label: str,
    wait: str,
    made: dict[str, str] | None,
    failed: str,
    event_press: Callable[[Any], None],
) -> None:
    """A button that saves what the server made after it was pressed."""


@solara.component
def Save(
    label: str, language: str, name: str, kind: str, make: Callable[[], str]
) -> solara.Element:
    """A button; `make` is called when it is pressed, and what it returns is saved under `name`.

    Where `make` raises, the button says that it failed and can be pressed again.
    """
    made, set_made = solara.use_state(cast("dict[str, str] | None", None))
    count = solara.use_ref(0)

    def write() -> None:
        # The count makes two equal files two different messages.
        count.current += 1
        made = {"name": name, "kind": kind, "count": str(count.current)}
        try:
            set_made({**made, "text": make()})
        except Exception:
            logger.exception("A file could not be made")
            set_made({**made, "failed": "yes"})

    # in a thread of its own: whatever the file waits for, the page goes on hearing its visitor
    writing = use_task(write, dependencies=None, raise_error=False)

    def press(_: Any) -> None:
        writing()

    wait, failed = words.say("take.preparing", language), words.say("failure.file", language)
    return _Save(label=label, wait=wait, made=made, failed=failed, event_press=press)
