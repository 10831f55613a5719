"""Time zones as the `tzdata` package has them: a machine's own list is as old as the machine."""

from datetime import date, datetime, time, timedelta
from functools import cache
from io import BytesIO
from pkgutil import get_data
from zoneinfo import ZoneInfo


@cache
def zone_of(name: str) -> ZoneInfo:
    """The time zone of an IANA name, such as Europe/Stockholm."""
    data = get_data("tzdata.zoneinfo", name)
    if data is None:
        raise LookupError(f"the package tzdata has no time zone {name}")
    return ZoneInfo.from_file(BytesIO(data), name)


def start_of_day(day: date, zone: str) -> str:
    """The day's first moment there, with its distance to UTC: 2026-04-15T00:00:00+02:00."""
    begins = datetime.combine(day, time.min, zone_of(zone))
    # Where clocks skip midnight, the first reading is their old one and the second their new one.
    skipped = (begins.replace(fold=1).utcoffset() or timedelta()) - (begins.utcoffset() or timedelta())
    return (begins + max(skipped, timedelta())).isoformat()


def end_of_day(day: date, zone: str) -> str:
    """The day's last second there, with its distance to UTC: 2026-04-15T23:59:59+02:00."""
    return datetime.combine(day, time(23, 59, 59), zone_of(zone)).isoformat()
