from datetime import UTC, date, datetime, timedelta

import pytest

from generator.build.source.clock import build_day
from generator.diagnostics.diagnostic import OpeningsError
from generator.model.time_zones import start_of_day


def _day(moment: datetime, zone: str) -> date:
    return build_day(None, {"SOURCE_DATE_EPOCH": str(int(moment.timestamp()))}, zone)


# The UTC times at which the days of 2026 around both changes of clocks begin, by the zones' published rules.
_MIDNIGHTS = [
    ("Europe/Stockholm", "2026-03-29", "2026-03-28T23:00"),
    ("Europe/Stockholm", "2026-03-30", "2026-03-29T22:00"),
    ("Europe/Stockholm", "2026-10-25", "2026-10-24T22:00"),
    ("Europe/Stockholm", "2026-10-26", "2026-10-25T23:00"),
    ("America/New_York", "2026-03-08", "2026-03-08T05:00"),
    ("America/New_York", "2026-03-09", "2026-03-09T04:00"),
    ("America/New_York", "2026-11-01", "2026-11-01T04:00"),
    ("America/New_York", "2026-11-02", "2026-11-02T05:00"),
    ("Pacific/Auckland", "2026-04-05", "2026-04-04T11:00"),
    ("Pacific/Auckland", "2026-04-06", "2026-04-05T12:00"),
    ("Pacific/Auckland", "2026-09-27", "2026-09-26T12:00"),
    ("Pacific/Auckland", "2026-09-28", "2026-09-27T11:00"),
    ("America/Santiago", "2026-09-06", "2026-09-06T04:00"),  # clocks go from 24:00 to 1:00
    ("America/Havana", "2026-11-01", "2026-11-01T04:00"),  # 0:00 to 1:00 comes twice
    ("Asia/Kolkata", "2027-01-01", "2026-12-31T18:30"),
    ("UTC", "2027-01-01", "2027-01-01T00:00"),
]


@pytest.mark.parametrize(("zone", "day", "moment"), _MIDNIGHTS)
def test_day_begins_at_midnight_there(zone: str, day: str, moment: str) -> None:
    begins, of = datetime.fromisoformat(f"{moment}+00:00"), date.fromisoformat(day)
    for seconds in (0, 1, 3600):
        assert _day(begins + timedelta(seconds=seconds), zone) == of
    assert _day(begins - timedelta(seconds=1), zone) == of - timedelta(days=1)
    assert datetime.fromisoformat(start_of_day(of, zone)) == begins


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "America/New_York", "Pacific/Auckland"])
def test_every_hour_of_a_year_has_the_day_of_clocks_there(zone: str) -> None:
    """Days never go back, and each but those on which clocks change has 24 hours."""
    begins = datetime(2026, 1, 1, 12, tzinfo=UTC)
    days = [_day(begins + timedelta(hours=hour), zone) for hour in range(365 * 24)]
    assert days == sorted(days)
    hours = {day: days.count(day) for day in sorted(set(days))[1:-1]}
    assert sorted(hours.values())[:1] + sorted(hours.values())[-1:] == [23, 25]
    assert list(hours.values()).count(24) == len(hours) - 2


def test_start_of_a_day_says_how_far_clocks_there_are_from_utc() -> None:
    assert start_of_day(date(2026, 3, 30), "Europe/Stockholm") == "2026-03-30T00:00:00+02:00"
    assert start_of_day(date(2026, 9, 6), "America/Santiago") == "2026-09-06T01:00:00-03:00"


def test_day_asked_for_comes_before_any_clock() -> None:
    assert build_day(date(2026, 3, 1), {"SOURCE_DATE_EPOCH": "0"}, "UTC") == date(2026, 3, 1)


def test_today_is_the_day_of_the_sites_time_zone() -> None:
    east, west = (build_day(None, {}, zone) for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"))
    assert east - west in (timedelta(days=1), timedelta(days=2))


@pytest.mark.parametrize("epoch", ["soon", "1e9", "99999999999999999999"])
def test_epoch_that_is_no_moment_is_refused(epoch: str) -> None:
    with pytest.raises(OpeningsError, match="no number of seconds"):
        build_day(None, {"SOURCE_DATE_EPOCH": epoch}, "UTC")
