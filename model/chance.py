"""Chance, found by name and week, never by order (ODD section 4, stochasticity).

Every draw is a function of who it concerns, in which week, for which decision, and of the master
seed and replicate: the Philox4x32-10 generator of [Salmon2011]_. So two scenarios share their luck
until the week in which they part, a new mechanism does not disturb the draws of the others, and a
run resumes from its state alone. Nothing else in the model draws.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numba import literal_unroll, types

from model.compiling import compiled, compiled_for
from model.state.kinds import Numbers, Table

# Numbers of decisions are never reused, also not when a decision is dropped: old runs stay as
# they were. Add at the end.
NEEDS = 1
NEEDS_WHICH = 2
GETTING_IN = 3
GATE = 4
MOVING = 5
ROOM = 6
REFERRAL = 7
DISCOVERY = 8
HANDOVER = 9
OWNERSHIP = 10
DEVIATION = 11
CLOSING = 12
PROMISE = 13
TURNOVER = 14
TENDER = 15
ELECTION = 16
COMMITMENT = 17
STAFF = 18
POPULATION = 19
CALENDAR = 20
QUEUE = 21
ABSENCE = 22
FACILITATOR = 23
NEWCOMER = 24
GIVING_UP = 25
REPERTOIRE = 26
IMPROVISING = 27
EXCEPTION = 28
CONTRIBUTION = 29
CODE = 30
LEARNT = 31
REALITY = 32
PRACTICE = 40
TIES = 60
TRAITS = 61
TAKING_PART = 62
INITIATIVE = 63
WISH = 64
TEAM_PLACE = 70
NEW_FACE = 71
CRAFT = 72
REORGANISING = 80
LASTING = 90
STAY = 91
LEAD = 92
FIXED_LEAD = 93
EMPLOYER = 94
YOUTH_TEAM = 95
DIRECT = 96
GOAL = 97
EXPERT = 98
DECISION = 99
WAY_OF_HELPING = 100
TABLE = 110

PAIR = np.uint32(65536)
SHARE = 1.0 / 4294967296.0


@compiled
def philox(
    c0: np.uint32, c1: np.uint32, c2: np.uint32, c3: np.uint32, k0: np.uint32, k1: np.uint32
) -> tuple[np.uint32, np.uint32, np.uint32, np.uint32]:
    """Four unsigned 32-bit numbers for one counter and one key."""
    for _ in range(10):
        product0 = np.uint64(0xD2511F53) * np.uint64(c0)
        product1 = np.uint64(0xCD9E8D57) * np.uint64(c2)
        high0, low0 = np.uint32(product0 >> np.uint64(32)), np.uint32(product0)
        high1, low1 = np.uint32(product1 >> np.uint64(32)), np.uint32(product1)
        c0, c1, c2, c3 = high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0
        k0 = np.uint32(k0 + np.uint32(0x9E3779B9))
        k1 = np.uint32(k1 + np.uint32(0xBB67AE85))
    return c0, c1, c2, c3


# Compiled for one kind of whole number: for each mix of kinds that callers have it took twelve
# seconds of every first start.
_WHOLE = [types.Array(types.uint32, 1, "A"), *[types.int64] * 3]
_DRAWN = [types.float64(*_WHOLE, number) for number in (types.int64, types.Omitted(0))]


@compiled_for(*_DRAWN)
def draw(key: Numbers, who: int, week: int, decision: int, number: int = 0) -> float:
    """An even draw from 0 up to 1 for this entity, week, decision and draw number.

    Four entities share one call of the generator: who // 4 is the counter, who % 4 the lane.
    """
    lane = np.uint32(who) & np.uint32(3)
    a, b, c, d = philox(
        np.uint32(who) >> np.uint32(2),
        np.uint32(week),
        np.uint32(decision),
        np.uint32(number),
        key[0],
        key[1],
    )
    # chosen before it is scaled, so that the processor has no branch to guess
    first, second = a if lane == 0 else b, c if lane == 2 else d
    return (first if lane < 2 else second) * SHARE


@compiled
def block(key: Numbers, group: int, week: int, decision: int) -> tuple[float, float, float, float]:
    """The four draws of entities 4·group to 4·group+3: what ``draw`` gives, for all at once."""
    a, b, c, d = philox(
        np.uint32(group),
        np.uint32(week),
        np.uint32(decision),
        np.uint32(0),
        key[0],
        key[1],
    )
    return a * SHARE, b * SHARE, c * SHARE, d * SHARE


_ROUNDS = tuple(range(10))
_KEY0 = np.array([0x9E3779B9 * number & 0xFFFFFFFF for number in _ROUNDS], dtype=np.uint32)
_KEY1 = np.array([0xBB67AE85 * number & 0xFFFFFFFF for number in _ROUNDS], dtype=np.uint32)


@compiled
def draws(key: Numbers, who: Numbers, week: int, decision: int) -> Numbers:
    """What ``draw`` gives to each of these entities, array [row], in a quarter of the time.

    ``who`` are permanent numbers, unsigned 32-bit, side by side in memory. The ten rounds are
    unrolled here: then the processor does eight entities at once.
    """
    whole, even = np.empty(len(who), dtype=np.uint32), np.empty(len(who))
    when, what, none = np.uint32(week), np.uint32(decision), np.uint32(0)
    first_key, second_key = key[0], key[1]
    for row in range(len(who)):
        c0, c1, c2, c3 = who[row] >> np.uint32(2), when, what, none
        for number in literal_unroll(_ROUNDS):
            product0 = np.uint64(0xD2511F53) * np.uint64(c0)
            product1 = np.uint64(0xCD9E8D57) * np.uint64(c2)
            high0, low0 = np.uint32(product0 >> np.uint64(32)), np.uint32(product0)
            high1, low1 = np.uint32(product1 >> np.uint64(32)), np.uint32(product1)
            k0, k1 = np.uint32(first_key + _KEY0[number]), np.uint32(second_key + _KEY1[number])
            c0, c1, c2, c3 = high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0
        lane = who[row] & np.uint32(3)
        first = c1 if lane & np.uint32(1) else c0
        last = c3 if lane & np.uint32(1) else c2
        whole[row] = last if lane & np.uint32(2) else first
    for row in range(len(who)):
        even[row] = whole[row] * SHARE
    return even


@compiled
def numbers_of(rows: Table) -> Numbers:
    """Permanent numbers of a table's rows, side by side as ``draws`` wants them."""
    numbers = np.empty(len(rows), dtype=np.uint32)
    for row in range(len(rows)):
        numbers[row] = rows[row].id
    return numbers


def key_of(seed: int, replicate: int) -> np.ndarray:
    """The generator's key, two unsigned 32-bit numbers, from master seed and replicate."""
    digest = hashlib.blake2b(f"{seed}/{replicate}".encode(), digest_size=8).digest()
    return np.frombuffer(digest, dtype="<u4").astype(np.uint32)
