"""Two things that would be one file of the output, or a file where another needs a folder."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic, Note, Span
from generator.model.documents import Spans


class Claim(Struct, frozen=True):
    """A file of the output: the file of the site it comes from, or else `whose` it is, in words.

    `field` is what of the file to point at.
    """

    file: str
    spans: Spans | None = None
    whose: str = ""
    field: str = "title"

    @property
    def at(self) -> Span | None:
        """What of the file to point at, where there is one: looked up only for a problem."""
        return self.spans.at(self.field) if self.spans else None

    @property
    def words(self) -> str:
        """What it is, for a message."""
        return f"`{self.spans.path}`" if self.spans else f"{self.whose} `{_url(self.file)}`"


def collisions(claims: Iterable[Claim]) -> Iterator[Diagnostic]:
    """Claims to one file, and claims to a file that is a folder to another."""
    known = tuple(claims)
    owners: dict[str, Claim] = {}
    folders: dict[str, Claim] = {}
    for claim in known:
        owner = owners.setdefault(claim.file, claim)
        if owner is not claim:
            yield _same_file(*_in_order(owner, claim))
        for folder in folders_above(claim.file):
            folders.setdefault(folder, claim)
    for file, owner in owners.items():
        if inside := folders.get(file):
            yield _file_and_folder(file, *_in_order(owner, inside))


def folders_above(file: str) -> tuple[str, ...]:
    """The folders a file lies in, nearest first, without the one that holds them all."""
    names = file.split("/")[:-1]
    return tuple("/".join(names[:depth]) for depth in range(len(names), 0, -1))


def _in_order(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """The claim to report, which has a place, and the other."""
    first, second = sorted((one, other), key=lambda claim: claim.at or Span(""))
    return second, first


def _url(file: str) -> str:
    return f"/{file}".removesuffix("index.html")


def _same_file(claim: Claim, other: Claim) -> Diagnostic:
    at, url = claim.at or Span("content"), _url(claim.file)
    if other.at is None:
        return Diagnostic(codes.TWO_ON_ONE_URL, f"`{url}` is {other.whose}", "rename this file", at)
    return Diagnostic(
        codes.TWO_ON_ONE_URL,
        f"`{at.path}` and `{other.at.path}` have the same address `{url}`",
        "rename one of the two files",
        at,
        (Note(other.at, "the other file"),),
    )


def _file_and_folder(name: str, claim: Claim, other: Claim) -> Diagnostic:
    return Diagnostic(
        codes.TWO_ON_ONE_URL,
        f"{claim.words} and {other.words} can't both be there: `{name}` would be a file and a folder",
        "rename one of the two files" if other.at else "rename this file",
        claim.at or Span("content"),
        (Note(other.at, "the other file"),) if other.at else (),
    )
