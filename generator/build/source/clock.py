"""The day a site is built for."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from generator.diagnostics.diagnostic import OpeningsError
from generator.model.time_zones import zone_of


def build_day(as_of: date | None, environment: Mapping[str, str], time_zone: str) -> date:
    """The day asked for, else SOURCE_DATE_EPOCH's, else today, both in the site's time zone."""
    if as_of:
        return as_of
    zone = zone_of(time_zone)
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(zone).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(zone).date()
    except (ValueError, OverflowError, OSError):
        raise OpeningsError(
            f"SOURCE_DATE_EPOCH is `{epoch}`, which is no number of seconds",
            "unset it, or set it to seconds since 1970, such as `date +%s` prints",
        ) from None
