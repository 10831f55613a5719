"""What one posting says about itself has to fit together."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.content.records import Record
from generator.content.values.durations import term_of
from generator.content.values.names import fitting_identifier
from generator.diagnostics.codes import values as codes
from generator.diagnostics.diagnostic import Diagnostic, Note
from generator.model.vocabulary import CONTRACT


def complete_posting(record: Record, stem: str) -> tuple[Mapping[str, Any], tuple[Diagnostic, ...]]:
    """The values with `id` and `term` filled in, and what contradicts itself."""
    values = dict(record.values)
    values["id"] = values.get("id") or fitting_identifier(stem)
    return values, (*_settle_term(values, record), *_check_remote(record), *_check_dates(record))


def _settle_term(values: dict[str, Any], record: Record) -> Iterator[Diagnostic]:
    """Move words about the length of the contract from `employment` to `term`."""
    words = [word for word in values.get("employment", ()) if word in CONTRACT.words]
    if not words:
        return
    values["employment"] = tuple(word for word in values["employment"] if word not in CONTRACT.words)
    said = {term_of(word) for word in words}
    term = values.get("term")
    if term is None and len(said) == 1:
        values["term"] = said.pop()
    elif term is None or {word.permanent for word in said} != {term.permanent}:
        message = f"`employment` says `{' and '.join(words)}`" + (", `term` says otherwise" if term else "")
        at = record.spans.at("employment")
        notes = (Note(record.spans.at("term"), "the term"),) if term else ()
        hint = "keep only the one that is right"
        yield Diagnostic(codes.TERM_CONTRADICTION, message, hint, at, notes)


def _check_remote(record: Record) -> Iterator[Diagnostic]:
    remote = record.values.get("remote")
    spans = record.spans
    if remote == "yes" and record.values.get("remote_from") == ():
        message = "`remote` is `yes`, and `remote_from` is missing"
        hint = "add a line such as `remote_from: [Sweden, Germany]`, or `remote_from: anywhere`"
        yield Diagnostic(codes.REMOTE_FROM_MISSING, message, hint, spans.at("remote"))
    if remote in ("no", "hybrid") and record.values.get("location") == ():
        hint = "add a line such as `location: Berlin, Germany`, or `remote: yes` with `remote_from`"
        at = spans.at("remote") if "remote" in spans else spans.at("title")
        yield Diagnostic(codes.LOCATION_MISSING, "`location` is missing", hint, at)


def _check_dates(record: Record) -> Iterator[Diagnostic]:
    closes = record.values.get("closes")
    if closes is None:
        return
    for name, code in (("posted", codes.CLOSES_BEFORE_POSTED), ("opens", codes.CLOSES_BEFORE_OPENS)):
        other = record.values.get(name)
        if other is not None and closes < other:
            notes = (Note(record.spans.at(name), f"`{name}`"),)
            message = f"`closes` ({closes}) lies before `{name}` ({other})"
            yield Diagnostic(code, message, "check the year of both dates", record.spans.at("closes"), notes)
