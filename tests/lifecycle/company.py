"""Twelve postings over a leap year and the days round it, and where each stands from which day on.

The table is written by hand, from the rules of docs/lifecycle.md and a calendar: no code of ours helps.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.builders import write_site

FIRST, LAST = date(2027, 12, 28), date(2029, 1, 3)
ZONE = "Europe/Stockholm"  # clocks change on 2028-03-26 and 2028-10-29

# No page; open; open and said to close soon; a page that says so and has no way to apply.
NONE, OPEN, SOON, CLOSED, PAUSED = "none", "open", "soon", "closed", "on-hold"


@dataclass(frozen=True, slots=True)
class Person:
    """A posting: its fields, where it stands in which category and place, and its state from which day on."""

    fields: str
    category: str
    place: str
    states: tuple[tuple[str, str], ...]

    def state(self, day: date) -> str:
        """What the table says of a day."""
        return [state for since, state in self.states if since <= day.isoformat()][-1]


_WOOD, _FOOD = "Crafts / Wood", "Crafts / Food"
_OSLO, _ROME = "Oslo, Norway", "Rome, Italy"

PEOPLE = {
    "gardener": Person("", "Grounds", _OSLO, (("2027-12-28", OPEN),)),
    "weaver": Person("opens: 2028-02-29", "Crafts", _ROME, (("2027-12-28", NONE), ("2028-02-29", OPEN))),
    "baker": Person(
        "closes: 2028-02-29",
        *(_FOOD, _OSLO),
        (("2027-12-28", OPEN), ("2028-02-23", SOON), ("2028-03-01", CLOSED)),
    ),
    "potter": Person(
        "opens: 2028-03-26\ncloses: 2028-10-29",
        *("Crafts", _OSLO),
        (("2027-12-28", NONE), ("2028-03-26", OPEN), ("2028-10-23", SOON), ("2028-10-30", CLOSED)),
    ),
    "smith": Person(
        "closes: 2028-03-26",
        *("Crafts", _ROME),
        (("2027-12-28", OPEN), ("2028-03-20", SOON), ("2028-03-27", CLOSED)),
    ),
    "tailor": Person(
        "closes: 2028-12-31",
        *("Crafts", _OSLO),
        (("2027-12-28", OPEN), ("2028-12-25", SOON), ("2029-01-01", CLOSED)),
    ),
    "cooper": Person("closes: 2028-01-01", *(_WOOD, _ROME), (("2027-12-28", SOON), ("2028-01-02", CLOSED))),
    "miller": Person(
        "opens: 2028-06-15\ncloses: 2028-06-15",
        *(_FOOD, _ROME),
        (("2027-12-28", NONE), ("2028-06-15", SOON), ("2028-06-16", CLOSED)),
    ),
    "carver": Person(
        "opens: 2028-01-01\ncloses: 2028-01-04",
        *(_WOOD, _OSLO),
        (("2027-12-28", NONE), ("2028-01-01", SOON), ("2028-01-05", CLOSED)),
    ),
    "sailor": Person("closes: 2028-07-01\nstatus: filled", "Grounds", _ROME, (("2027-12-28", CLOSED),)),
    "porter": Person(
        "opens: 2028-02-01\ncloses: 2028-08-01\nstatus: on-hold",
        *("Grounds", _OSLO),
        (("2027-12-28", PAUSED),),
    ),
    "dyer": Person("closes: 2028-09-01\nstatus: draft", "Crafts", _OSLO, (("2027-12-28", NONE),)),
}

SITE = f"""name: Example
url: https://careers.example.com
time_zone: {ZONE}
feeds: {{indeed: {{email: jobs@example.com}}, linkedin: {{company_id: 7, email: jobs@example.com}}}}
"""


def open_on(people: Mapping[str, Person], day: date) -> frozenset[str]:
    """The postings that one can apply for on a day, by their table."""
    return frozenset(stem for stem, person in people.items() if person.state(day) in (OPEN, SOON))


def posting(title: str, person: Person) -> str:
    """A posting's file."""
    lines = (
        *("---", f"title: {title}", f"category: {person.category}", f"location: {person.place}"),
        *("posted: 2027-12-01", "apply: https://apply.example.com/1", *filter(None, [person.fields])),
        *("---", "", "Work with your hands, " * 5 + "and go home with them clean.", ""),
    )
    return "\n".join(lines)


def write_company(root: Path, people: Mapping[str, Person]) -> Path:
    """The site on disk: the postings, a story that names them all, a page that lists the crafts."""
    stems = ", ".join(people)
    files = {f"postings/{stem}.md": posting(stem.capitalize(), person) for stem, person in people.items()}
    files["articles/a-day.md"] = (
        f"---\ntitle: A day\ndate: 2027-12-01\njobs: [{stems}]\n---\n\nWe begin early.\n"
    )
    files["pages/crafts.md"] = "---\ntitle: Our crafts\njobs: {category: Crafts}\n---\n\nHand-made.\n"
    return write_site(root, files, SITE)
