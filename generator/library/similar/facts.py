"""What similar jobs are found by: the facts of a posting, and the features that two of them can share."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from generator.library.nodes import lineage
from generator.library.site import Job
from generator.model.slugs import fold

# What sharing a feature is worth, by its kind: measured on tests/library/similar/labelled_jobs.tsv, where
# pairs of adjacent words and a role's last word (`engineer`, `manager`) made the lists worse.
_WORTH = {
    "leaf": 70,
    "category": 20,
    "team": 24,
    "title": 12,
    "city": 10,
    "remote": 6,
    "level": 5,
    "country": 4,
    "word": 6,
    "skill": 6,
}
_COUNTS_BY_RARITY = frozenset(("word", "skill"))
# Past one job in 256, rarer counts no more: else on a large site one odd word would beat the category.
_RAREST = 8
# Worth something beside others, but where many share them no reason to compare two jobs.
_CIRCUMSTANCES = frozenset(("category", "city", "country", "level", "remote"))

# English; German, French, Spanish and Swedish; what `(m/w/d)` and its like leave behind.
_FILLER_WORDS = """
    a an and at by for from in of on or the to with
    das der des die fur und von de du en et la le och y
    m w f d x all genders
"""
# How much experience is asked has a field of its own.
_LEVEL_WORDS = "senior sr junior jr staff principal lead i ii iii iv v 1 2 3 4 5"
_UNTELLING = frozenset((_FILLER_WORDS + _LEVEL_WORDS).split())
_WORD = re.compile(r"\w[\w+#]*")

# Kind and value of a feature.
_Trait = tuple[str, str]
# Language, kind, value: the language in each, so that only jobs in one language share any.
Feature = tuple[str, str, str]


class Facts(NamedTuple):
    """All that similar jobs depend on in a posting: nothing else of it changes them.

    A plain tuple, because thousands are compared with those of the build before. `age` counts backwards in
    days; `related` are the stems it pins.
    """

    age: int
    id: str
    stem: str
    language: str
    is_open: bool
    has_page: bool
    related: tuple[str, ...]
    categories: tuple[str, ...]
    title: str
    skills: tuple[str, ...]
    team: str
    places: tuple[str, ...]
    level: str
    is_remote: bool

    @property
    def name(self) -> tuple[str, str]:
        """Whose facts they are: the posting's stem and language."""
        return self.stem, self.language

    @property
    def order(self) -> tuple[int, str, str, str]:
        """Its place among equals: the same as `newest_first` gives."""
        return self.age, self.id, self.stem, self.language

    @property
    def telling(self) -> tuple[Any, ...]:
        """What the features come from: the fields from `categories` on, read by `READERS`."""
        return self[-len(READERS) :]


def facts_of(job: Job) -> Facts:
    """What finding similar jobs has to know of a job."""
    posting = job.posting
    identity = posting.identity
    return Facts(
        -posting.posted.toordinal(),
        posting.id,
        identity.stem,
        identity.language,
        job.is_open,
        job.has_page,
        posting.related,
        tuple(["/".join(category.slugs) for category in job.categories]),
        posting.title,
        posting.skills,
        posting.team,
        tuple(["/".join((entry.place.country, *entry.place.slugs[1:])) for entry in job.places]),
        posting.level,
        posting.remote == "yes",
    )


def features(facts: Facts) -> Iterator[Feature]:
    """The features of a job, each once."""
    for read, value in zip(READERS, facts.telling, strict=True):
        for trait in dict.fromkeys(read(value)):
            yield facts.language, *trait


def worth(kind: str, sharing: int, all_open: int) -> int:
    """What sharing a feature is worth; a word or skill counts the more, the fewer open jobs have it.

    Whole numbers only: they are the same on every machine. Both numbers count in powers of two, the one
    rounded down and the other up, so that one posting more or less seldom changes anything.
    """
    if kind not in _COUNTS_BY_RARITY:
        return _WORTH[kind]
    halvings = (all_open.bit_length() - 1) - (sharing - 1).bit_length()
    return _WORTH[kind] * min(max(1, halvings), _RAREST)


def is_circumstance(kind: str) -> bool:
    """Whether jobs of any kind of work have such features in common."""
    return kind in _CIRCUMSTANCES


def title_words(title: str) -> tuple[str, ...]:
    """The words of a title that can tell one job from another, folded, each once."""
    words = dict.fromkeys(_WORD.findall(fold(title)))
    return tuple([word for word in words if word not in _UNTELLING]) or tuple(words)


def _of_categories(categories: tuple[str, ...]) -> Iterator[_Trait]:
    for path in categories:
        yield "leaf", path
        for above in lineage(tuple(path.split("/"))):
            yield "category", "/".join(above)


def _of_title(title: str) -> Iterator[_Trait]:
    words = title_words(title)
    yield "title", " ".join(words)
    for word in words:
        yield "word", word


def _of_skills(skills: tuple[str, ...]) -> Iterator[_Trait]:
    for skill in skills:
        yield "skill", fold(skill)


def _of_team(team: str) -> Iterator[_Trait]:
    if team:
        yield "team", fold(team)


def _of_places(places: tuple[str, ...]) -> Iterator[_Trait]:
    for path in places:
        country, _, city = path.partition("/")
        yield "country", country
        if city:
            yield "city", path


def _of_level(level: str) -> Iterator[_Trait]:
    if level:
        yield "level", level


def _of_remote(is_remote: bool) -> Iterator[_Trait]:
    if is_remote:
        yield "remote", "yes"


# How each field of `Facts.telling` becomes features; no two of them yield features of one kind.
READERS: tuple[Callable[[Any], Iterator[_Trait]], ...] = (
    _of_categories,
    _of_title,
    _of_skills,
    _of_team,
    _of_places,
    _of_level,
    _of_remote,
)
