"""Postings with dates at random, night after night: sixty in `make test`, a thousand in `make torture`."""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.lifecycle.company import CLOSED, NONE, OPEN, PAUSED, SOON, Person, write_company
from tests.lifecycle.judging import Nightly, wrong

_POSTINGS, _DAYS = (1000, 365) if os.environ.get("OPENINGS_TORTURE") else (60, 25)
_FIRST = date(2028, 2, 20)
_STATUSES = ("", "", "", "", "", "filled", "closed", "on-hold", "draft")
_CATEGORIES = ("Grounds", "Crafts", "Crafts / Wood", "Crafts / Food")
_PLACES = ("Oslo, Norway", "Rome, Italy")


def test_every_output_says_the_truth_of_many_postings(tmp_path: Path) -> None:
    people = dict(_people(Random(20280220)))
    nightly, found = Nightly(write_company(tmp_path, people)), []
    for number in range(_DAYS):
        day = _FIRST + timedelta(days=number)
        found += [f"{day}: {problem}" for problem in wrong(nightly.build(day), people, day)]
    assert found == []


def _people(random: Random) -> Iterator[tuple[str, Person]]:
    for number in range(_POSTINGS):
        first, second = sorted(random.randrange(-40, _DAYS + 40) for _ in range(2))
        opens = _FIRST + timedelta(days=first) if random.random() < 0.4 else None
        closes = _FIRST + timedelta(days=second) if random.random() < 0.7 else None
        status = random.choice(_STATUSES)
        given = {"opens": opens, "closes": closes, "status": status}
        fields = "\n".join(f"{name}: {value}" for name, value in given.items() if value)
        states = tuple(_states(opens, closes, status))
        yield f"hand-{number}", Person(fields, random.choice(_CATEGORIES), random.choice(_PLACES), states)


def _states(opens: date | None, closes: date | None, status: str) -> Iterator[tuple[str, str]]:
    """The rules once more, as simply as they can be told."""
    if status:
        yield "0000", {"filled": CLOSED, "closed": CLOSED, "on-hold": PAUSED, "draft": NONE}[status]
        return
    yield "0000", NONE if opens else OPEN
    if opens:
        yield str(opens), OPEN
    if closes:
        yield str(max(closes - timedelta(days=6), opens or date.min)), SOON
        yield str(closes + timedelta(days=1)), CLOSED
