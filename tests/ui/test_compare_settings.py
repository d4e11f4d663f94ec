"""What several ways differ in is told with what it costs, and pictures tell changed prices."""

from __future__ import annotations

from dataclasses import replace

from experiments.front import worlds
from experiments.front.desk import Desk
from experiments.front.shapes import Side
from model.parameters import ADDRESSES
from ui.compare.memory import Answer
from ui.sections.compare.settings import other_posts
from ui.sections.compare.strips import shared_by

DESK = Desk()
PRICE = "spending.price_mental"


def test_ways_with_other_posts_than_the_baseline_are_named():
    address = next(a for a in ADDRESSES if a.startswith(worlds.POSTS))
    low, high = ADDRESSES[address].between
    now = Side("as_it_is_now")
    plain = worlds.value(now, address)
    other = high if abs(high - plain) > abs(low - plain) else low
    ways = (replace(now, values=((address, other),)), now)
    asked = replace(DESK.comparing().start(), baseline=now, others=ways)
    assert other_posts(asked, DESK) == ["B"]


def test_pictures_of_several_ways_tell_which_prices_were_changed():
    asked = replace(DESK.comparing().start(), prices=((PRICE, 160.0),))

    class Few:
        runs_done = 3

    told = shared_by(Answer(asked, Few()), DESK, "nl").around  # pyright: ignore[reportArgumentType]
    price = next(each for each in DESK.prices() if each.address == PRICE)
    assert any(price.name("nl") in line and "160" in line for line in told)
