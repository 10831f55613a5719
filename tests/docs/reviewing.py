"""The example of docs/reviewing.md, as Markdown and as JSON."""

from datetime import date

from generator.diagnostics.codes.library import APPLY_MISSING
from generator.publish.compare.changes import Address, Change, Changes, Event, Problem, What
from generator.publish.compare.formats import json, markdown
from generator.publish.compare.values import FieldChange
from generator.publish.compare.words import Part, Run

_MARK = "<!-- {}: made by `make docs` from tests/docs/reviewing.py -->"
_END = "<!-- {}: end -->"

_RUNS = (
    Run(Part.SAME, "You work in a team of"),
    Run(Part.GONE, " five"),
    Run(Part.NEW, " six"),
    Run(Part.SAME, ", on the north side of the harbour."),
)
EXAMPLE = Changes(
    base="main (1a2b3c4d5e)",
    commit="1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d",
    day=date(2026, 3, 16),
    notes=(),
    open_before=12,
    open_after=12,
    changes=(
        Change(
            Event.CHANGED,
            "posting",
            "Data engineer",
            "content/postings/data-engineer.md",
            "/jobs/data-engineer/",
            fields=(FieldChange("salary", "€60,000–70,000 per year", "€65,000–75,000 per year"),),
            passages=(_RUNS,),
            words_gone=1,
            words_new=1,
            lacks_updated=True,
        ),
        Change(
            Event.OPENED,
            "posting",
            "Pastry cook",
            "content/postings/pastry-cook.md",
            "/jobs/pastry-cook/",
            reason="draft",
        ),
        Change(
            Event.CLOSED,
            "posting",
            "Writer",
            "content/postings/writer.md",
            reason="removed",
            words_gone=212,
        ),
    ),
    addresses=(
        Address(What.GONE, "/jobs/writer/", "Writer"),
        Address(What.ADDED, "/jobs/pastry-cook/", "Pastry cook"),
    ),
    problems=(
        Problem(
            APPLY_MISSING.code,
            APPLY_MISSING.name,
            APPLY_MISSING.severity,
            "nobody can apply: `apply` is missing",
            "write an https address or an e-mail address",
            "content/postings/pastry-cook.md",
            2,
        ),
    ),
    mended=1,
)


def with_example(page: str) -> str:
    """The text of docs/reviewing.md with the example anew between its marks."""
    page = _between(page, "example", f"```markdown\n{markdown.render(EXAMPLE)}```")
    return _between(page, "json", f"```json\n{json.render(EXAMPLE)}```")


def _between(page: str, name: str, text: str) -> str:
    begin, end = _MARK.format(name), _END.format(name)
    before, found, rest = page.partition(begin)
    _, ended, after = rest.partition(end)
    if not found or not ended:
        raise ValueError(f"docs/reviewing.md lacks the marks {begin} and {end}")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"
