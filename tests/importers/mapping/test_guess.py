import pytest

from generator.importers.mapping.field_map import FieldMap
from generator.importers.mapping.guess import guess
from generator.importers.mapping.records import SourceRecords
from tests.importers.sources import source


def _sources(field_map: FieldMap) -> dict[str, list[str]]:
    return {rule.field: [one.name for one in rule.sources] for rule in field_map.rules}


def _guessed(*records: dict[str, str | tuple[str, ...]], body: str = "") -> dict[str, list[str]]:
    return _sources(guess(source(*records, body=body), "en").field_map)


@pytest.mark.parametrize(
    "row",
    [
        {
            "Stellentitel": "Koch", "Abteilung": "Küche", "Standort": "Bern, Schweiz",
            "Arbeitszeit": "Vollzeit", "Veröffentlicht am": "2026-03-02", "Bewerbungsschluss": "2026-04-02",
            "Bewerbungslink": "https://example.com/a", "Stellenbeschreibung": "Du kochst jeden Tag Suppe.",
        },
        {
            "Intitulé du poste": "Cuisinier", "Département": "Cuisine", "Lieu": "Lyon, France",
            "Type de contrat": "CDI", "Publié le": "2 mars 2026", "Date limite": "2 avril 2026",
            "Lien de candidature": "https://example.com/a", "Descriptif": "Vous cuisinez de la soupe.",
        },
        {
            "Puesto": "Cocinero", "Departamento": "Cocina", "Ubicación": "Madrid, España",
            "Jornada": "tiempo completo", "Fecha de publicación": "2 de marzo de 2026",
            "Fecha límite": "2026-04-02", "Enlace": "https://example.com/a",
            "Descripción": "Haces sopa todos los días.",
        },
        {
            "Titel": "Kock", "Avdelning": "Kök", "Plats": "Malmö, Sverige", "Anställningsform": "heltid",
            "Publicerad": "2026-03-02", "Sista ansökningsdag": "2026-04-02",
            "Ansökan": "jobb@example.com", "Beskrivning": "Du lagar soppa varje dag.",
        },
    ],
    ids=["de", "fr", "es", "sv"],
)  # fmt: skip
def test_names_are_known_in_several_languages(row: dict[str, str]) -> None:
    wanted = ("title", "category", "location", "employment", "posted", "closes", "apply", "body")
    assert _guessed(dict(row)) == {field: [name] for field, name in zip(wanted, row, strict=True)}


def test_values_tell_what_a_name_may_mean() -> None:
    here = _guessed({"title": "Cook", "url": "/old/", "type": "job", "link": "https://example.com/a"})
    assert here == {"title": ["title"], "apply": ["link"], "aliases": ["url"]}


def test_values_tell_fields_whose_names_say_nothing() -> None:
    row = {
        "title": "Cook",
        "a": "jobs@example.com",
        "b": "Vollzeit",
        "c": "hybrid",
        "d": "EUR 50,000 - 60,000 per year",
        "e": "2026-03-02",
        "f": "Oslo, Norway",
    }
    assert _guessed(dict(row)) == {
        "title": ["title"],
        "location": ["f"],
        "remote": ["c"],
        "employment": ["b"],
        "salary": ["d"],
        "posted": ["e"],
        "apply": ["a"],
    }


def test_two_days_without_telling_names_are_left_to_people() -> None:
    assert "posted" not in _guessed({"title": "Cook", "a": "2026-03-02", "b": "2026-04-02"})


def test_description_is_the_summary_beside_words_and_else_the_words() -> None:
    row = {"title": "Cook", "description": "You cook soup every day."}
    assert _guessed(dict(row), body="Soup.")["summary"] == ["description"]
    assert _guessed(dict(row)) == {"title": ["title"], "body": ["description"]}


def test_city_is_completed_by_its_country() -> None:
    row = {"title": "Cook", "city": "Leeds", "state": "Yorkshire", "country": "United Kingdom"}
    assert _guessed(dict(row))["location"] == ["city", "state", "country"]
    assert _guessed({**row, "city": "Leeds, United Kingdom"})["location"] == ["city"]


def test_id_must_be_each_ones_own() -> None:
    assert "id" not in _guessed({"title": "A", "id": "1"}, {"title": "B", "id": "1"})
    assert "id" not in _guessed({"title": "A", "id": "1"}, {"title": "B"})
    assert _guessed({"title": "A", "id": "1"}, {"title": "B", "id": "2"})["id"] == ["id"]


def test_order_of_days_is_said_where_some_day_shows_it() -> None:
    rows = source({"title": "A", "deadline": "03/02/2026"}, {"title": "B", "deadline": "25/02/2026"})
    rule = guess(rows, "en").field_map.rule("closes")
    assert rule is not None
    assert rule.format == "day-month-year"


def test_what_fits_nowhere_is_ignored_with_a_reason() -> None:
    guessed = guess(source({"title": "Cook", "type": "job", "layout": "page"}), "en")
    assert [one.name for one in guessed.field_map.ignored] == ["type", "layout"]
    assert guessed.whys == {
        "type": "`job` can't be read as `employment`",
        "layout": "no field of a posting fits",
    }


def test_source_without_records_has_an_empty_map() -> None:
    assert guess(SourceRecords(()), "en").field_map == FieldMap(())


def test_parts_count_where_nothing_says_the_whole() -> None:
    parts = {"pay from": "1", "pay to": "2", "currency": "EUR", "contact name": "Ada"}
    assert _guessed({"title": "Cook", **parts}) == {
        "title": ["title"],
        "salary.minimum": ["pay from"],
        "salary.maximum": ["pay to"],
        "salary.currency": ["currency"],
    }
    whole = _guessed({"title": "Cook", "salary": "EUR 50,000 per year", **parts})
    assert whole == {"title": ["title"], "salary": ["salary"]}


def test_figures_are_read_by_the_customs_of_the_site() -> None:
    rows = source({"title": "Koch", "Gehalt": "32.000 € pro Jahr"})
    assert "salary" in _sources(guess(rows, "de").field_map)
    assert "salary" not in _sources(guess(rows, "en").field_map)
