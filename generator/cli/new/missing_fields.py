"""Which fields a new file still needs, and where their values come from."""

from collections.abc import Iterable, Iterator, Mapping

import click

from generator.cli.loading import Loaded
from generator.cli.new.questions import ask, ask_until_given
from generator.content.writing.yaml_text import Value
from generator.library.nodes import Place
from generator.model.files import ARTICLE, POSTING, FileKind
from generator.model.territories import country_name
from generator.model.vocabulary import REMOTE

# Asked on a terminal though a file may do without: field, question, answer for those who just press Enter.
_WELCOME: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    POSTING.name: (
        ("employment", "Employment", "full-time"),
        ("salary", "Salary, such as EUR 60,000 - 70,000 per year (Enter: none)", ""),
        ("closes", "Last day to apply, such as 2026-03-31 (Enter: none)", ""),
    ),
    ARTICLE.name: (("author", "Author (Enter: none)", ""),),
}


def complete(
    kind: FileKind, values: Mapping[str, Value], loaded: Loaded, is_terminal: bool
) -> dict[str, Value]:
    """The values and those that were missing, asked for on a terminal; else wrong usage names the options."""
    whole = dict(values)
    if not is_terminal:
        _refuse_gaps(kind, whole)
        return whole
    fields = {field.name: field for field in kind.fields}
    language = loaded.settings.language

    def ask_for(names: Iterable[str]) -> None:
        for name in names:
            question = name.replace("_", " ").capitalize()
            whole[name] = ask_until_given(fields[name], question, language, _choices(name, loaded))

    ask_for(_required(kind, whole))
    if kind is POSTING and "location" not in whole and "remote" not in whole:
        whole["remote"] = ask(fields["remote"], "Remote: no, hybrid or yes", language, default="no")
    ask_for(_needed(kind, whole))
    for name, question, default in _WELCOME.get(kind.name, ()):
        if name not in whole and (answer := ask(fields[name], question, language, default=default)):
            whole[name] = answer
    return whole


def _refuse_gaps(kind: FileKind, values: Mapping[str, Value]) -> None:
    missing = [f"--{name.replace('_', '-')}" for name in _needed(kind, values)]
    if missing:
        names = ", ".join(missing)
        raise click.UsageError(f"{names} {'is' if len(missing) == 1 else 'are'} missing")


def _required(kind: FileKind, values: Mapping[str, Value]) -> list[str]:
    """The fields that every file of the kind must have and that aren't known; days are always known."""
    known = {"posted", "date", *values}
    return [field.name for field in kind.fields if field.required and field.name not in known]


def _needed(kind: FileKind, values: Mapping[str, Value]) -> Iterator[str]:
    """The fields without which the file has errors, as far as the others are known."""
    needed = _required(kind, values)
    if kind is POSTING:
        is_remote = REMOTE.find(str(values.get("remote", "no"))) == "yes"
        needed.append("remote_from" if is_remote else "location")
        needed += ["apply"] if values.get("status", "open") == "open" else []
    return (name for name in needed if name not in values)


def _choices(name: str, loaded: Loaded) -> tuple[str, ...]:
    """What the site has already for a field."""
    if name == "category":
        return tuple(" / ".join(category.names) for category in loaded.site.category_tree.all)
    if name == "location":
        return tuple(_place_text(place) for place in loaded.site.place_tree.all if place.city)
    return ()


def _place_text(place: Place) -> str:
    """The office's name, else the place as a posting would write it."""
    if place.page:
        return place.page.title
    return ", ".join(filter(None, (place.city, place.region, country_name(place.country, "en"))))
