from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.content.values import PARSERS
from generator.content.values.problem import Problem
from generator.diagnostics.diagnostic import Severity
from generator.model import plain
from generator.model.kinds import Plain
from generator.model.values import Contact, Coordinates, Term
from generator.model.vocabulary import Vocabulary

PLAINS = [kind for kind in vars(plain).values() if isinstance(kind, Plain)]


def test_every_plain_kind_has_its_parser() -> None:
    assert sorted(PARSERS) == sorted(kind.name for kind in PLAINS)


@pytest.mark.parametrize(
    ("name", "text"),
    [(kind.name, text) for kind in PLAINS for text in kind.spellings],
    ids=lambda value: str(value),
)
def test_every_sample_spelling_is_accepted(name: str, text: str) -> None:
    assert not isinstance(PARSERS[name](text, "en"), Problem)


def vocabularies() -> list[Vocabulary]:
    from generator.model import vocabulary

    return [value for value in vars(vocabulary).values() if isinstance(value, Vocabulary)]


@pytest.mark.parametrize("vocabulary", vocabularies(), ids=lambda v: v.name)
def test_every_vocabulary_spelling_is_accepted(vocabulary: Vocabulary) -> None:
    for word, others in vocabulary.words.items():
        for spelling in (word, word.upper(), word.replace("-", " ")):
            assert vocabulary.find(spelling) == word
        for spelling in others:
            assert vocabulary.find(spelling) is not None


ACCEPTED: list[tuple[str, str, str, Any]] = [
    ("date", "2026-03-02", "en", date(2026, 3, 2)),
    ("date", "2024-02-29", "en", date(2024, 2, 29)),
    ("apply", "HTTPS://ats.example.com/1", "en", "https://ats.example.com/1"),
    ("apply", "mailto:Jobs@example.com", "en", "Jobs@example.com"),
    ("link", "press@example.com", "en", "mailto:press@example.com"),
    ("link", "/jobs/", "en", "/jobs/"),
    ("contact", "Ada Berg <ada@example.com>", "en", Contact("Ada Berg", "ada@example.com")),
    ("contact", "<ada@example.com>", "en", Contact("", "ada@example.com")),
    ("place", "New York,  NY,USA", "en", "New York, NY, USA"),
    ("area", "usa", "en", "US"),
    ("area", "Deutschland", "de", "DE"),
    ("area", "England", "en", "GB"),
    ("area", "European Union", "en", "EU"),
    ("area", "Worldwide", "en", "anywhere"),
    ("category", "Engineering & IT  /  Data", "en", "Engineering & IT / Data"),
    ("category", "R/D", "en", "R/D"),
    ("asset", "/images/berlin.jpg", "en", "images/berlin.jpg"),
    ("term", "CDI", "en", Term(True)),
    ("term", "befristet", "en", Term(False)),
    ("term", "18 months", "en", Term(False, 18)),
    ("term", "2 ans", "fr", Term(False, 24)),
    ("months", "3 years", "en", 36),
    ("days", "7 days", "en", 7),
    ("hours", "37,50", "en", "37.5"),
    ("hours", "20 - 25", "en", "20–25"),
    ("hours", "40.0", "en", "40"),
    ("coordinates", "-23.55, -46.63", "en", Coordinates(Decimal("-23.55"), Decimal("-46.63"))),
    ("colour", "#AbC", "en", "#aabbcc"),
    ("language", "pt_br", "en", "pt-BR"),
    ("language", "zh-hant-TW", "en", "zh-Hant-TW"),
    ("language", "zh-TW", "en", "zh-TW"),
    ("language", "yue", "en", "yue"),
    ("time-zone", "Asia/Kolkata", "en", "Asia/Kolkata"),
    ("currency", "eur", "en", "EUR"),
    ("currency", "$", "en", "$"),
]


@pytest.mark.parametrize(
    ("name", "text", "language", "value"), ACCEPTED, ids=[f"{n}: {t}" for n, t, _, _ in ACCEPTED]
)
def test_value_is_read(name: str, text: str, language: str, value: object) -> None:
    assert PARSERS[name](text, language) == value


REWRITTEN = [
    ("date", "2 March 2026", "en", "date-form", "2026-03-02"),
    ("date", "March 2nd, 2026", "en", "date-form", "2026-03-02"),
    ("date", "2. März 2026", "de", "date-form", "2026-03-02"),
    ("date", "1er mars 2026", "fr", "date-form", "2026-03-01"),
    ("date", "2026-3-2", "en", "date-form", "2026-03-02"),
    ("date", "2026/03/02", "en", "date-form", "2026-03-02"),
    ("date", "02.03.2026", "en", "date-form", "2026-03-02"),
    ("date", "20260302", "en", "date-form", "2026-03-02"),
    ("date", "2026-03-02T09:30:00Z", "en", "date-form", "2026-03-02"),
    ("date", "2026–03–02", "en", "date-form", "2026-03-02"),
    ("date", "13/04/2026", "en", "date-form", "2026-04-13"),
    ("date", "04/13/2026", "en", "date-form", "2026-04-13"),
    ("apply", "www.example.com/jobs", "en", "address-without-https", "https://www.example.com/jobs"),
    ("apply", "example.com/jobs?a=1", "en", "address-without-https", "https://example.com/jobs?a=1"),
    ("apply", "[Apply](https://x.example/1)", "en", "unusable-address", "https://x.example/1"),
    ("apply", "<https://x.example/1>", "en", "unusable-address", "https://x.example/1"),
    ("apply", "mailto:a@b.example?subject=x", "en", "unusable-mail-address", "a@b.example"),
    ("link", "jobs", "en", "unusable-path", "/jobs/"),
    ("link", "//x.example", "en", "address-without-https", "https://x.example"),
    ("url-path", "jobs/old", "en", "unusable-path", "/jobs/old"),
    ("url-path", "https://x.example/jobs/old/", "en", "unusable-path", "/jobs/old/"),
    ("url-path", "/a?b=c", "en", "unusable-path", "/a"),
    ("url-path", "/jobs//old/", "en", "unusable-path", "/jobs/old/"),
    ("redirect-target", "//x.example", "en", "address-without-https", "https://x.example"),
    ("redirect-target", "www.example.com", "en", "address-without-https", "https://www.example.com"),
    ("asset", "images\\berlin.jpg", "en", "unusable-file-path", "images/berlin.jpg"),
    ("asset", "content/static/berlin.jpg", "en", "unusable-file-path", "berlin.jpg"),
    ("contact", "Ada Berg, ada@example.com", "en", "unreadable-contact", "Ada Berg <ada@example.com>"),
    ("place", "Berlin,, Germany", "en", "unreadable-place", "Berlin, Germany"),
    ("place", "Berlin or Munich", "en", "unreadable-place", '["Berlin", "Munich"]'),
    ("area", "Germny", "en", "unknown-remote-country", "Germany"),
    ("category", "Engineering > Data", "en", "unreadable-category", "Engineering / Data"),
    ("category", "Engineering /", "en", "unreadable-category", "Engineering"),
    ("hours", "40 hours a week", "en", "unreadable-hours", "40"),
    ("days", "2 weeks", "en", "unreadable-length", "14 days"),
    ("coordinates", "118.06, 59.33", "en", "unreadable-coordinates", "59.33, 118.06"),
    ("colour", "1f6f54", "en", "unreadable-colour", '"#1f6f54"'),
    ("language", "Swedish", "en", "unknown-language", "sv"),
    ("language", "swe", "en", "unknown-language", "sv"),
    ("language", "iw", "en", "unknown-language", "he"),
    ("language", "sv-XX", "en", "unknown-language", "sv"),
    ("language", "zh-Hant-SE", "en", "unknown-language", "zh"),
    ("time-zone", "New York", "en", "unknown-time-zone", "America/New_York"),
    ("time-zone", "Europe/Stokholm", "en", "unknown-time-zone", "Europe/Stockholm"),
    ("identifier", "Senior Engineer (Berlin)", "en", "unfit-identifier", "senior-engineer-berlin"),
    ("stem", "postings/data-engineer.md", "en", "unfit-stem", "data-engineer"),
]


@pytest.mark.parametrize(
    ("name", "text", "language", "code", "instead"), REWRITTEN, ids=[f"{r[0]}: {r[1]}" for r in REWRITTEN]
)
def test_near_miss_comes_back_as_what_to_write(
    name: str, text: str, language: str, code: str, instead: str
) -> None:
    problem = PARSERS[name](text, language)
    assert isinstance(problem, Problem)
    assert (problem.code.name, problem.instead) == (code, instead)
    assert problem.value is None


REFUSED = [
    (
        "date", "2026-02-30", "impossible-date", "`2026-02-30` isn't a day: February 2026 has 28 days",
        "the last day of that month is `2026-02-28`",
    ),
    (
        "date", "2026-13-01", "impossible-date", "`2026-13-01` isn't a day: there is no month 13",
        "write year-month-day, such as `2026-03-02`",
    ),
    (
        "date", "0226-03-02", "impossible-date", "`0226-03-02` lies in the year 226",
        "write year-month-day, such as `2026-03-02`",
    ),
    (
        "date", "03/04/2026", "ambiguous-date", "`03/04/2026` could be 3 April 2026 or 4 March 2026",
        "write `2026-04-03` or `2026-03-04`",
    ),
    ("date", "asap", "date-form", "`asap` isn't a date", "write year-month-day, such as `2026-03-02`"),
    (
        "apply", "javascript:alert(1)", "unusable-address", "`javascript:` addresses can't be used here",
        "write an address that begins with `https://`",
    ),
    (
        "apply", "https://exa mple.com", "unusable-address", "the address has a space in it",
        "copy it anew from the browser's address bar",
    ),
    (
        "apply", "https://u:p@example.com/", "unusable-address",
        "the address has a name or password in it, which every visitor would see",
        "delete what stands between `//` and `@`, and the `@`",
    ),
    (
        "apply", "jobs@example", "unusable-mail-address", "`jobs@example` isn't an e-mail address",
        "write it like `jobs@example.com`",
    ),
    (
        "place", "Remote", "unreadable-place", "`Remote` isn't a place",
        "write `remote: yes` and `remote_from: anywhere` (or countries), and leave `location` out",
    ),
    (
        "area", "CA", "ambiguous-remote-country", "`CA` could mean `CA, USA` or `Canada`",
        "write the country's full name: regions can't be named here",
    ),
    (
        "asset", "../secret.jpg", "unusable-file-path", "`../secret.jpg` isn't a file below content/static/",
        "write it like `images/berlin.jpg`",
    ),
    (
        "asset", "C:\\Users\\ada\\berlin.jpg", "unusable-file-path",
        "`C:\\Users\\ada\\berlin.jpg` is a path on your own computer",
        "put the file into `content/static/` and write its path below that folder",
    ),
    (
        "asset", "https://x.example/a.jpg", "unusable-file-path",
        "`https://x.example/a.jpg` lies on another site",
        "put the file into `content/static/` and write its path below that folder",
    ),
    (
        "url-path", "/a/../b", "unusable-path", "`/a/../b` isn't a path of this site",
        "write it like `/jobs/`, without spaces, `..` and backslashes",
    ),
    (
        "term", "until Christmas", "unreadable-term", "`until Christmas` isn't a length of contract",
        "write `permanent`, `fixed-term`, or a length in months or years such as `12 months`",
    ),
    (
        "hours", "25-20", "unreadable-hours", "`25-20` can't be hours a week",
        "write hours a week, such as `37.5` or `20-25`",
    ),
    (
        "whole-number", "two", "not-a-whole-number", "`two` isn't a whole number from 1",
        "write digits, such as `2`",
    ),
    (
        "colour", "green", "unreadable-colour", "`green` isn't a colour of six hex digits",
        'write it in quotes, such as `"#1f6f54"`',
    ),
    (
        "time-zone", "PST", "unknown-time-zone", "unknown time zone `PST`",
        "write continent and city, such as `Europe/Stockholm`",
    ),
    (
        "currency", "kr", "ambiguous-currency", "`kr` could be SEK, NOK or DKK",
        "write `SEK`, `NOK` or `DKK`",
    ),
    (
        "currency", "DEM", "unknown-currency", "unknown currency `DEM`",
        "write its three letters, such as `EUR` or `USD`",
    ),
    (
        "contact", "Ada Berg", "unreadable-contact", "`Ada Berg` has no e-mail address",
        "write it like `Ada Berg <ada@example.com>`; for a phone or page use `{name: …, phone: …, url: …}`",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "code", "message", "hint"), REFUSED, ids=[f"{r[0]}: {r[1]}" for r in REFUSED]
)
def test_wrong_value_is_refused_in_its_own_words(
    name: str, text: str, code: str, message: str, hint: str
) -> None:
    problem = PARSERS[name](text, "en")
    assert isinstance(problem, Problem)
    assert (problem.code.name, problem.message, problem.hint) == (code, message, hint)


def test_plain_http_counts_with_a_warning() -> None:
    problem = PARSERS["apply"]("http://ats.example.com/1", "en")
    assert isinstance(problem, Problem)
    assert (problem.code.name, problem.code.severity) == ("insecure-address", "warning")
    assert (problem.value, problem.instead) == ("http://ats.example.com/1", "https://ats.example.com/1")


def test_every_time_zone_that_is_accepted_can_be_opened() -> None:
    from zoneinfo import available_timezones

    from generator.content.values.names import _time_zones

    assert sorted(_time_zones() - available_timezones()) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("salary", "EUR 1e5 per year"),
        ("salary", "EUR 1e5 - 2e5 per year"),
        ("salary", "EUR 1/2 per hour"),
        ("salary", "EUR 1 1/2 per hour"),
        ("salary", "EUR 1 * 2 per hour"),
        ("url-path", "javascript:x"),
        ("url-path", "mailto:ada@example.com"),
        ("url-path", "a b"),
        ("url-path", f"/{'a' * 201}/"),
        ("url-path", "/a/%2e%2E/b"),
        ("url-path", "/a/%5c/b"),
        ("url-path", "/a%00/b"),
        ("redirect-target", "/a/../b"),
        ("redirect-target", "jobs@example.com"),
        ("redirect-target", "javascript:x"),
        ("place", "New York; NY; USA"),
    ],
)
def test_no_line_is_offered_that_would_be_wrong(name: str, text: str) -> None:
    found = PARSERS[name](text, "en")
    assert isinstance(found, Problem)
    assert found.instead == ""
    assert "{min" not in found.hint


@pytest.mark.parametrize(
    ("name", "text", "instead"),
    [
        ("place", "Berlin; Germany", "Berlin, Germany"),
        ("place", "Berlin / Germany", "Berlin, Germany"),
        ("place", "Berlin; Munich", '["Berlin", "Munich"]'),
        ("place", "Sweden; Germany", '["Sweden", "Germany"]'),
        ("place", "Berlin or Germany", '["Berlin", "Germany"]'),
        ("url-path", "https://x.example/a?b#c", "/a"),
        ("url-path", "jobs\\old", "/jobs/old"),
        ("site-url", "https://e.com//x", "https://e.com/x"),
        ("site-url", "https://E.com//", "https://e.com"),
    ],
)
def test_line_that_is_offered_works(name: str, text: str, instead: str) -> None:
    found = PARSERS[name](text, "en")
    assert isinstance(found, Problem)
    assert found.instead == instead
    if not instead.startswith("["):
        assert not isinstance(PARSERS[name](instead, "en"), Problem)


@pytest.mark.parametrize(
    "text",
    ["https://e.com/./x", "https://e.com/a/..", "https://e.com/%2e%2E/x", "https://ada@e.com",
     "https://e.com/a b", "https://e.com//x", "http://e.com//x", "https://"],
)  # fmt: skip
def test_site_address_that_would_lead_elsewhere_is_refused(text: str) -> None:
    found = PARSERS["site-url"](text, "en")
    assert isinstance(found, Problem)
    assert found.code.severity is Severity.ERROR


def test_host_of_the_site_is_in_small_letters() -> None:
    assert PARSERS["site-url"]("HTTPS://Jobs.Example.COM:8080/A/", "en") == "https://jobs.example.com:8080/A/"
