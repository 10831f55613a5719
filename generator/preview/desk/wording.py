"""Days, numbers and texts of strangers, as the preview's own pages write them."""

from datetime import date

from generator.diagnostics.formats.visible import visible

# The preview speaks English on every machine, whatever its locale.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def dated(day: date, *, is_short: bool = False) -> str:
    """The day as in `24 December 2026`, or `24 Dec 2026`."""
    month = _MONTHS[day.month - 1]
    return f"{day.day} {month[:3] if is_short else month} {day.year}"


def shown(text: str) -> str:
    """The text with what can't be seen made visible; its lines stay lines."""
    return "\n".join(map(visible, text.split("\n")))
