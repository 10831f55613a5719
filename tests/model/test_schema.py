"""Editors are told what the reader takes, and complain about nothing it accepts."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.model import fields, plain
from generator.model.kinds import Choice, Either, Field, Group, Kind, ListOf, Plain
from generator.model.schema import example_value, json_schema
from generator.model.site_fields import SITE
from generator.model.vocabulary import REMOTE, Vocabulary

TABLES = {
    "posting": fields.POSTING,
    "category": fields.CATEGORY,
    "location": fields.LOCATION,
    "article": fields.ARTICLE,
    "page": fields.PAGE,
    "snippet": fields.SNIPPET,
    "site": SITE,
}
PLAINS = [kind for kind in vars(plain).values() if isinstance(kind, Plain)]


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor reads it: a date is text, as in YAML 1.2, and `yes` a boolean, as in 1.1."""


EditorLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_editor(text: str) -> Any:
    """The value after the colon; text that can't stand there unquoted is quoted."""
    return text if re.match(r"[#@`%&*!|>'\"]", text) else yaml.load(text, EditorLoader)


def every_field(table: tuple[Field, ...]) -> Iterator[Field]:
    for field in table:
        yield field
        yield from every_field(inner_fields(field.kind))


def inner_fields(kind: Kind) -> tuple[Field, ...]:
    match kind:
        case ListOf():
            return inner_fields(kind.item)
        case Either():
            return kind.group.fields
        case Group():
            return kind.fields
        case _:
            return ()


ALL_FIELDS = [field for table in TABLES.values() for field in every_field(table)]


def vocabularies() -> dict[str, Vocabulary]:
    kinds = (field.kind.item if isinstance(field.kind, ListOf) else field.kind for field in ALL_FIELDS)
    return {kind.vocabulary.name: kind.vocabulary for kind in kinds if isinstance(kind, Choice)}


def problems(schema: dict[str, Any], value: Any) -> list[str]:
    return [error.message for error in Draft7Validator(schema).iter_errors(value)]


def kind_problems(kind: Kind, value: Any) -> list[str]:
    schema = json_schema(
        (Field("field", kind, "A field.", "x", required=True),), "One field", allow_extra=False
    )
    return problems(schema, {"field": value})


def posting(**changes: Any) -> dict[str, Any]:
    required = {"title": "Cook", "category": "Kitchen", "posted": "2026-03-02"}
    return {key: value for key, value in (required | changes).items() if value is not ...}


POSTING_SCHEMA = json_schema(fields.POSTING, "Posting", allow_extra=True)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_schema_is_itself_valid(table: tuple[Field, ...]) -> None:
    Draft7Validator.check_schema(json_schema(table, "Any", allow_extra=False))


@pytest.mark.parametrize(
    ("kind", "spelling"),
    [
        pytest.param(kind, spelling, id=f"{kind.name}: {spelling}")
        for kind in PLAINS
        for spelling in kind.spellings
    ],
)
def test_sample_spelling_is_taken(kind: Plain, spelling: str) -> None:
    assert kind_problems(kind, as_editor(spelling)) == []
    assert kind_problems(ListOf(kind), [as_editor(spelling)]) == []


@pytest.mark.parametrize("vocabulary", vocabularies().values(), ids=vocabularies())
def test_every_spelling_of_a_word_is_taken(vocabulary: Vocabulary) -> None:
    for spelling in vocabulary.spellings():
        for written in (spelling, spelling.upper(), spelling.title(), spelling.replace(" ", "_")):
            if vocabulary.find(written):
                assert kind_problems(Choice(vocabulary), as_editor(written)) == [], written


def test_unknown_word_is_not_taken() -> None:
    assert kind_problems(Choice(REMOTE), "sometimes")


@pytest.mark.parametrize("value", [True, False, "yes", "Yes", "true", "fully remote"])
def test_yes_and_no_may_be_booleans(value: object) -> None:
    assert problems(POSTING_SCHEMA, posting(remote=value)) == []


@pytest.mark.parametrize("field", ALL_FIELDS, ids=lambda field: f"{field.name}: {field.example}")
def test_example_is_taken(field: Field) -> None:
    assert kind_problems(field.kind, yaml.load(field.example, EditorLoader)) == []
    assert kind_problems(field.kind, example_value(field.example)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"category": ["Kitchen", "Service / Bar"]},
        {
            "location": [
                {"place": "Rome, Italy", "salary": {"min": 1, "currency": "EUR", "per": "month"}},
                "Paris",
            ]
        },
        {"salary": {"Minimum": 10, "maximum": "20k", "currency": "€", "per": "h", "note": 3}},
        {"employment": ["Vollzeit", "FULL_TIME"]},
        {"summary": None, "closes": None, "skills": None},
        {"title": 404, "team": True, "skills": [3, "SQL"]},
        {"x_perk": {"any": ["thing"]}, "x-other": 1},
        {"remoteFrom": ["Sweden"]},
        {"remote from": "anywhere"},
        {"Remote-From": "anywhere"},
    ],
    ids=str,
)
def test_posting_is_taken(changes: dict[str, Any]) -> None:
    assert problems(POSTING_SCHEMA, posting(**changes)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"catagory": "Kitchen"},
        {"remotefrm": "Sweden"},
        {"title": ...},
        {"title": None},
        {"title": ["a", "b"]},
        {"posted": "3 March 2026"},
        {"remoteFrom": {"a": "b"}},
        {"employment": "sometimes"},
        {"salary": "competitive"},
        {"location": [{"plaec": "Rome"}]},
    ],
    ids=str,
)
def test_mistake_is_marked(changes: dict[str, Any]) -> None:
    assert problems(POSTING_SCHEMA, posting(**changes))


def test_required_field_may_be_spelled_otherwise() -> None:
    assert problems(POSTING_SCHEMA, posting(title=..., Title="Cook")) == []


def test_site_takes_no_fields_of_ones_own() -> None:
    schema = json_schema(SITE, "site.yaml", allow_extra=False)
    site = {"name": "Example", "url": "https://example.com"}
    assert problems(schema, site) == []
    assert problems(schema, site | {"x_a": 1})


def test_only_canonical_names_are_offered() -> None:
    assert list(POSTING_SCHEMA["properties"]) == [field.name for field in fields.POSTING]


def test_property_tells_what_the_table_tells() -> None:
    remote = POSTING_SCHEMA["properties"]["remote"]
    assert remote["description"] == "`yes` means the whole job, always."
    assert remote["default"] == "no"
    assert remote["examples"] == ["hybrid"]
