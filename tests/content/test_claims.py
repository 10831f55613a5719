import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.claims import ON_SITE, REMOTE, claim_of, phrases_in, spoken
from generator.content.documents import parse_posting
from generator.content.settings import ParseSettings, settings_of
from generator.content.site_config import parse_config
from generator.model.documents import SHORTEST_TEXT, Body


@pytest.mark.parametrize(
    "text",
    [
        "This role is fully remote.",
        "This position is remote, within Germany.",
        "This is a 100% remote job.",
        "You'd fill a fully remote position in our team.",
        "Die Stelle ist zu 100 % remote.",
        "Du arbeitest ausschließlich im Homeoffice.",
        "Un poste 100 % télétravail.",
        "Un puesto 100 % remoto.",
        "Un lavoro completamente da remoto.",
        "Uma vaga 100% remota.",
        "Tjänsten är helt på distans.",
        "Praca w pełni zdalna.",
        "CDI, télétravail complet",
        "Je werkt volledig op afstand.",
        "You'll be working 100% remote",
        "You will work fully remotely, from where you like.",
    ],
)
def test_job_that_is_done_remotely_is_heard(text: str) -> None:
    assert claim_of(text) == REMOTE


@pytest.mark.parametrize(
    "text",
    [
        "This role is on-site.",
        "This is an onsite position.",
        "On-site only, in Bristol.",
        "No remote work, we are sorry.",
        "Remote work is not possible.",
        "This job can’t be done remotely.",
        "Ausschließlich vor Ort.",
        "Pas de télétravail.",
        "100 % presencial.",
        "Esclusivamente in presenza.",
        "Nur vor Ort, kein Homeoffice",
        "Arbeitsort: nur vor Ort",
        "Bei uns gibt es kein Homeoffice.",
        "Télétravail non possible",
        "Sur site uniquement",
    ],
)
def test_job_that_is_done_on_site_alone_is_heard(text: str) -> None:
    assert claim_of(text) == ON_SITE


@pytest.mark.parametrize(
    "text",
    [
        "You'll lead remote teams in four countries.",
        "We reach remote locations by boat.",
        "The team is remote-first.",
        "We are a fully remote company.",
        "This role is remote-friendly.",
        "This role is remote or hybrid, as you like.",
        "This role is remote/hybrid.",
        "This is not a fully remote position.",
        "You may work from anywhere for four weeks a year.",
        "This is a remote valley.",
        "Remote work is possible two days a week.",
        "You need no remote working experience.",
        "On-site only during the first week.",
        "We have on-site childcare.",
        "The remote control is ours.",
        "Home office an zwei Tagen.",
        "Deux jours de télétravail par semaine.",
        "This role is not on-site only.",
        "It isn't an on-site only job.",
        "Is this role on-site only? No, it is remote.",
        "Is it on-site only for all of us? No.",
        "Fragen beantworten wir nicht nur vor Ort, sondern auch am Telefon.",
        "Bewerbungsgespräche: nur vor Ort.",
        "Das Training findet nur vor Ort statt.",
        "Kein Homeoffice? Doch, an drei Tagen.",
        "Pas de télétravail complet.",
        "Télétravail complet possible deux jours.",
        "Parking sur site uniquement pour les équipes de nuit.",
        "Een volledig op afstand bestuurbare kraan.",
        "Je werkt niet volledig op afstand.",
        "You'll work fully remote two days a week.",
        "This role is fully remote. This role is on-site.",
        "",
    ],
)
def test_what_is_said_of_something_else_is_no_claim(text: str) -> None:
    assert claim_of(text) == ""


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    assert claim_of(text) in ("", REMOTE, ON_SITE)
    assert phrases_in(text, (spoken(text),)) == (spoken(text),)


def test_phrases_are_compared_without_case_accents_spaces_and_kinds_of_apostrophes() -> None:
    text = "We're an  ÉQUAL\nopportunity employer"
    phrases = (spoken("we’re an equal"), spoken("Equal Opportunity"), spoken("all backgrounds"))
    assert phrases_in(text, phrases) == phrases[:2]


def _body(words: str, settings: ParseSettings | None = None) -> Body:
    head = "---\ntitle: Cook\ncategory: Kitchen\nlocation: Oslo, Norway\nposted: 2026-03-02\n---\n"
    document = parse_posting(
        "content/postings/cook.md", f"{head}{words}".encode(), settings or ParseSettings()
    ).document
    assert document
    return document.body


def test_markup_does_not_count_as_words() -> None:
    link = "[here](https://example.com/" + "a" * 200 + ")"
    assert _body(link).length == 4
    assert _body(f"<p title='{'a' * 200}'>short</p>").length == 5
    assert _body("<p>" + "word " * 30 + "</p>").length == SHORTEST_TEXT
    assert _body("- item of a list\n" * 10).length == SHORTEST_TEXT
    assert _body("x" * 99).length == 99
    assert _body("").length == 0


def test_claims_are_heard_through_markup() -> None:
    assert _body("This role is **fully** remote.").claim == REMOTE
    assert _body("<div>This role is fully remote.</div>").claim == REMOTE


def test_phrases_of_the_site_are_looked_for_in_every_file() -> None:
    config = parse_config(
        "content/site.yaml",
        b"name: X\nurl: https://x.example\npolicies:\n  words: [Equal opportunity | all backgrounds, Tea]\n",
    ).document
    settings = settings_of(config)
    assert settings.phrases == ("equal opportunity", "all backgrounds", "tea")
    assert _body("People of *all* backgrounds.", settings).phrases == ("all backgrounds",)
    assert _body("People of all backgrounds.").phrases == ()


def test_edit_further_down_changes_nothing_that_other_rooms_know() -> None:
    words = "This role is fully remote. " * 20
    assert _body(f"{words}\n\nOne end.") == _body(f"{words}\n\nAnother end.")
