"""Moments as days in the site's time zone."""

from datetime import UTC, datetime

from generator.model.time_zones import zone_of


def day(moment: str | int | None, time_zone: str) -> str:
    """The day of a moment, in ISO 8601 or in milliseconds since 1970; empty where it is none of both."""
    if moment is None or moment == "":
        return ""
    try:
        when = (
            datetime.fromtimestamp(moment / 1000, UTC)
            if isinstance(moment, int)
            else datetime.fromisoformat(moment)
        )
        if when.tzinfo is None:
            return when.date().isoformat()
        return when.astimezone(zone_of(time_zone)).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
