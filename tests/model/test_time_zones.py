import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from pkgutil import get_data

import pytest

from generator.content.values.names import _time_zones
from generator.model.time_zones import end_of_day, start_of_day, zone_of


@pytest.mark.parametrize(
    ("day", "zone", "end"),
    [
        (date(2026, 3, 28), "Europe/Stockholm", "2026-03-28T23:59:59+01:00"),
        (date(2026, 3, 29), "Europe/Stockholm", "2026-03-29T23:59:59+02:00"),
        (date(2026, 10, 24), "Europe/Stockholm", "2026-10-24T23:59:59+02:00"),
        (date(2026, 10, 25), "Europe/Stockholm", "2026-10-25T23:59:59+01:00"),
        (date(2026, 3, 8), "America/New_York", "2026-03-08T23:59:59-04:00"),
        (date(2026, 7, 1), "Asia/Kolkata", "2026-07-01T23:59:59+05:30"),
        (date(2026, 4, 5), "Australia/Lord_Howe", "2026-04-05T23:59:59+10:30"),
        (date(2026, 7, 1), "UTC", "2026-07-01T23:59:59+00:00"),
    ],
)
def test_day_ends_by_the_clock_of_its_zone(day: date, zone: str, end: str) -> None:
    assert end_of_day(day, zone) == end


@pytest.mark.parametrize(
    ("day", "zone", "start"),
    [
        (date(2026, 11, 20), "Europe/Stockholm", "2026-11-20T00:00:00+01:00"),
        (date(2026, 3, 29), "Europe/Stockholm", "2026-03-29T00:00:00+01:00"),
        (date(2026, 10, 25), "Europe/Stockholm", "2026-10-25T00:00:00+02:00"),
        (date(2026, 7, 1), "Asia/Kolkata", "2026-07-01T00:00:00+05:30"),
        (date(2026, 3, 8), "America/Havana", "2026-03-08T01:00:00-04:00"),
        (date(2026, 11, 1), "America/Havana", "2026-11-01T00:00:00-04:00"),
        (date(2026, 7, 1), "UTC", "2026-07-01T00:00:00+00:00"),
    ],
)
def test_day_begins_by_the_clock_of_its_zone(day: date, zone: str, start: str) -> None:
    assert start_of_day(day, zone) == start
    assert datetime.fromisoformat(start) == datetime.combine(day, time.min, zone_of(zone)).astimezone(UTC)


def test_every_zone_that_a_site_may_name_is_known() -> None:
    for name in sorted(_time_zones()):
        assert zone_of(name).key == name


@pytest.fixture
def wrong_machine(tmp_path: Path) -> Iterator[None]:
    """A machine whose own list takes Tokyo for UTC."""
    utc = get_data("tzdata.zoneinfo", "UTC")
    assert utc
    (tmp_path / "Asia").mkdir()
    (tmp_path / "Asia/Tokyo").write_bytes(utc)
    zoneinfo.reset_tzpath((str(tmp_path),))
    yield
    zoneinfo.reset_tzpath()


@pytest.mark.usefixtures("wrong_machine")
def test_zones_do_not_depend_on_those_of_the_machine() -> None:
    noon = datetime(2026, 7, 1, 12)
    assert zoneinfo.ZoneInfo.no_cache("Asia/Tokyo").utcoffset(noon) == timedelta(0)
    assert zone_of.__wrapped__("Asia/Tokyo").utcoffset(noon) == timedelta(hours=9)


def test_unknown_zone_is_a_mistake_of_ours() -> None:
    with pytest.raises((LookupError, FileNotFoundError)):
        zone_of("Europe/Atlantis")
