"""A year of daily builds: on each day every output says of every posting what the table says.

The builds are those of a site that is built each night into the same folder; on some days a build from
nothing is held against them.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import write_site
from tests.lifecycle.company import FIRST, LAST, PEOPLE, SITE, ZONE, posting, write_company
from tests.lifecycle.judging import Nightly, wrong
from tests.lifecycle.readers import OUTPUTS, Files, page_of, state_of
from tests.sample import build_in_memory


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


# The days round which something could slip: new year, leap day, both changes of clocks, the ends of months.
_LOOKED_AT_TWICE = [
    *(date(2027, 12, 31), date(2028, 1, 1), date(2028, 1, 2), date(2028, 2, 28), date(2028, 2, 29)),
    *(date(2028, 3, 1), date(2028, 3, 26), date(2028, 3, 27), date(2028, 6, 15), date(2028, 6, 16)),
    *(date(2028, 10, 29), date(2028, 10, 30), date(2028, 12, 31), date(2029, 1, 1)),
]


def test_every_output_says_the_truth_on_every_day_of_a_year(tmp_path: Path) -> None:
    nightly, found = Nightly(write_company(tmp_path, PEOPLE)), []
    for day in _days(FIRST, LAST):
        files = nightly.build(day)
        found += [f"{day}: {problem}" for problem in wrong(files, PEOPLE, day)]
        if day in _LOOKED_AT_TWICE:
            clean = build_in_memory(tmp_path, day).files
            found += [f"{day}: {name} isn't that of a clean build" for name in _different(files, clean)]
    assert found == []


def _different(one: Files, other: Files) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


# A time zone, the last day of a posting, and the moment at which that day ends there: on the days on which
# clocks change there, forwards and back.
_ENDS = [
    ("Europe/Stockholm", "2028-03-26", "2028-03-26T22:00"),
    ("Europe/Stockholm", "2028-10-29", "2028-10-29T23:00"),
    ("America/New_York", "2028-03-12", "2028-03-13T04:00"),
    ("America/New_York", "2028-11-05", "2028-11-06T05:00"),
    ("Pacific/Auckland", "2028-09-24", "2028-09-24T11:00"),
    ("Pacific/Auckland", "2028-04-02", "2028-04-02T12:00"),
]


@pytest.mark.parametrize(("zone", "closes", "end"), _ENDS)
def test_builds_of_every_hour_close_a_posting_as_its_day_ends_there(
    tmp_path: Path, zone: str, closes: str, end: str
) -> None:
    cook, opener = PEOPLE["gardener"], date.fromisoformat(closes) + timedelta(days=1)
    files = {
        "postings/cook.md": posting("Cook", cook).replace("\n---\n\n", f"\ncloses: {closes}\n---\n\n"),
        "postings/diver.md": posting("Diver", cook).replace("\n---\n\n", f"\nopens: {opener}\n---\n\n"),
        "postings/guide.md": posting("Guide", cook),
    }
    nightly = Nightly(write_site(tmp_path, files, SITE.replace(ZONE, zone)))
    moment, hour = datetime.fromisoformat(end).replace(tzinfo=UTC), timedelta(hours=1)
    moments = [moment + number * hour for number in range(-30, 30)] + [moment - timedelta(seconds=1)]
    for now in sorted(moments):
        built = nightly.build(SOURCE_DATE_EPOCH=str(int(now.timestamp())))
        expected = ("soon", "none") if now < moment else ("closed", "open")
        assert (state_of(built, "cook"), state_of(built, "diver")) == expected, now
        shown = {name: OUTPUTS[name].read(built) for name in ("all jobs", "index", "sitemap", "norway")}
        both = frozenset(("guide", "cook" if now < moment else "diver"))
        assert shown == dict.fromkeys(shown, both), now
    assert page_of("diver") in built
