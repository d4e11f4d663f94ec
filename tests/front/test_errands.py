"""Long work in pieces: shared, in turn, and told when it fails."""

from __future__ import annotations

import threading

from experiments.front.errands import Piece, Pool


def number(key: str, made: list[str], value: int = 1) -> Piece:
    def make() -> int:
        made.append(key)
        return value

    return Piece(key, make)


def test_two_who_ask_the_same_share_one_making():
    made: list[str] = []
    pool = Pool(threads=1)
    first, second = (pool.ask([number("same", made)]) for _ in range(2))
    for errand in (first, second):
        errand.wait(0, None)
        assert errand.state == "done"
    third = pool.ask([number("same", made)])
    assert third.state == "done"
    assert made == ["same"]


def test_who_comes_later_is_not_kept_waiting_until_all_before_is_done():
    held, made = threading.Event(), list[str]()
    pool = Pool(threads=1)
    long = pool.ask([Piece("held", held.wait), *(number(f"long {n}", made) for n in range(9))])
    late = pool.ask([number("late", made)])
    held.set()
    long.wait(9, None)
    late.wait(0, None)
    assert made.index("late") == 0


def test_a_piece_that_breaks_off_fails_its_errand_and_no_other():
    made: list[str] = []
    pool = Pool(threads=1)
    broken = pool.ask([Piece("broken", lambda: 1 // 0)])
    whole = pool.ask([number("whole", made)])
    broken.wait(0, None)
    whole.wait(0, None)
    assert (broken.state, whole.state) == ("failed", "done")


def test_what_is_given_up_is_not_made():
    begun, held, made = threading.Event(), threading.Event(), list[str]()

    def hold() -> bool:
        begun.set()
        return held.wait()

    pool = Pool(threads=1)
    first = pool.ask([Piece("held", hold)])
    begun.wait()  # else the only thread may still be free, and take the newest
    given_up = pool.ask([number("never", made)])
    given_up.cancel()
    held.set()
    first.wait(0, None)
    pool.ask([number("last", made)]).wait(0, None)
    assert made == ["last"]


def test_only_so_much_is_remembered_the_oldest_goes_first():
    made: list[str] = []
    pool = Pool(threads=1, kept=2)
    for key in ("one", "two", "three", "one"):
        pool.ask([number(key, made)]).wait(0, None)
    assert made == ["one", "two", "three", "one"]
