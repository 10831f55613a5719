"""A page with good structured data, and each thing in it broken by itself."""

import json
import re
from datetime import date, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.output import output_problems
from generator.diagnostics.diagnostic import Diagnostic

_URL = "https://careers.example.com/work"
_DAY = date(2026, 3, 16)
_JOB = "jobs/cook/index.html"

_POSTING: dict[str, Any] = {
    "@type": "JobPosting",
    "title": "Cook & baker",
    "description": "<p>You bake <b>bread</b> at dawn.</p><h2>Pay &amp; more</h2><ul><li>Tea</li></ul>",
    "datePosted": "2026-03-02",
    "validThrough": "2026-04-15T23:59:59+02:00",
    "employmentType": ["FULL_TIME", "INTERN"],
    "hiringOrganization": {"@type": "Organization", "name": "Example AB"},
    "identifier": {"@type": "PropertyValue", "name": "Example AB", "value": "R-1"},
    "jobLocation": [
        {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Bend",
                "addressRegion": "Oregon",
                "streetAddress": "1 Mill Road",
                "postalCode": "97701",
                "addressCountry": "US",
            },
        }
    ],
    "jobLocationType": "TELECOMMUTE",
    "applicantLocationRequirements": [
        {"@type": "Country", "name": "Canada"},
        {"@type": "Country", "name": "Sweden"},
    ],
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"@type": "QuantitativeValue", "minValue": 62000, "maxValue": 70500, "unitText": "YEAR"},
    },
    "educationRequirements": [
        {"@type": "EducationalOccupationalCredential", "credentialCategory": "high school"}
    ],
    "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24},
    "totalJobOpenings": 3,
    "jobStartDate": "2026-09-01",
}
_TRAIL: dict[str, Any] = {
    "@type": "BreadcrumbList",
    "itemListElement": [
        {"@type": "ListItem", "position": 1, "name": "All jobs", "item": f"{_URL}/jobs/"},
        {"@type": "ListItem", "position": 2, "name": "Cook & baker", "item": f"{_URL}/jobs/cook/"},
    ],
}
_EMPLOYER = {"@type": "Organization", "name": "Example AB"}

_PAGE = """<!doctype html><html lang="{language}"><head><title>{title}</title>
<meta name="description" content="About {title}"><link rel="canonical" href="{canonical}">
<script type="application/ld+json">{data}</script></head><body><main>{body}</main></body></html>"""
_BODY = """<p><a href="/work/jobs/">All jobs</a></p><h1>Cook &amp; <i>baker</i></h1>
<a data-apply href="https://apply.example.com/1">Apply</a>
<dl><dd><b>Bend</b>, United States: 1 Mill Road, 97701, Oregon</dd>
<dd><data value="remote">From home</data></dd>
<dd>Canada, European Union</dd><dd><data value="year">$62,000–70,500 a year</data></dd>
<dd><data value="full-time">Full-time</data>, <data value="internship">internship</data></dd>
<dd><time datetime="2026-03-02">2 March</time></dd><dd>Apply by April 15, 2026</dd>
<dd><data value="high school">School</data></dd>
<dd><data value="24">2 years</data></dd><dd><data value="3">3</data></dd>
<dd><time datetime="2026-09-01">autumn</time></dd><dd>Example AB</dd></dl>
<div><p>You bake <b>bread</b> at dawn.</p><h2>Pay &amp; more</h2><ul><li>Tea</li></ul></div>"""


def _escaped(*things: Any) -> str:
    text = json.dumps({"@context": "https://schema.org", "@graph": list(things)})
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def _page(path: str, data: str, body: str = "<h1>X</h1>", language: str = "en") -> bytes:
    canonical = f"{_URL}/{path.removesuffix('index.html')}"
    page = _PAGE.format(language=language, title=path, canonical=canonical, data=data, body=body)
    return page.encode()


def _site(
    posting: dict[str, Any] | None = None,
    body: str = _BODY,
    data: str = "",
    language: str = "en",
    **more: bytes,
) -> dict[str, bytes]:
    """A site whose home and list are fine, and the page of one posting."""
    return {
        "index.html": _page("index.html", _escaped(_EMPLOYER)),
        "jobs/index.html": _page("jobs/index.html", _escaped()),
        _JOB: _page(_JOB, data or _escaped(posting or _POSTING, _TRAIL), body, language),
        **more,
    }


def _problems(files: dict[str, bytes], today: date | None = _DAY) -> list[Diagnostic]:
    return list(output_problems(files, _URL, today))


def _said(files: dict[str, bytes], today: date | None = _DAY) -> list[tuple[str, str]]:
    return [(problem.code.name, problem.message) for problem in _problems(files, today)]


def _with(path: str, value: Any) -> dict[str, Any]:
    """The posting with another value at a path such as `baseSalary.value.unitText`; None takes it out."""
    posting: dict[str, Any] = json.loads(json.dumps(_POSTING))
    *above, last = path.split(".")
    inner: Any = posting
    for name in above:
        inner = inner[int(name) if name.isdecimal() else name]
    inner[last] = value
    if value is None:
        del inner[last]
    return posting


def test_good_pages_have_no_problem() -> None:
    assert _said(_site()) == []


def test_last_day_itself_is_still_good() -> None:
    assert _said(_site(), date(2026, 4, 15)) == []


def test_page_that_shows_less_is_fine_where_its_posting_says_less() -> None:
    least = {
        name: _POSTING[name]
        for name in ("@type", "title", "description", "datePosted", "hiringOrganization", "jobLocation")
    }
    assert _said(_site(least)) == []


_ADDRESS = "jobLocation.0.address"
_PAY = "baseSalary.value"


@pytest.mark.parametrize(
    ("path", "value", "code", "message"),
    [
        ("title", None, "missing-property", "the JobPosting lacks `title`"),
        ("description", "", "missing-property", "the JobPosting lacks `description`"),
        ("datePosted", None, "missing-property", "the JobPosting lacks `datePosted`"),
        (
            "hiringOrganization",
            None,
            "missing-property",
            "the JobPosting lacks the name of the `hiringOrganization`",
        ),
        (
            f"{_ADDRESS}.addressCountry",
            None,
            "missing-property",
            "the JobPosting lacks the `addressCountry` of a place",
        ),
        (
            "jobLocation.0.address",
            None,
            "missing-property",
            "the JobPosting lacks the `addressCountry` of a place",
        ),
        (
            "title",
            "Cook",
            "hidden-data",
            "the JobPosting says `Cook` as `title`, and the page doesn't show it",
        ),
        (
            "description",
            "<p>You bake bread at noon.</p>",
            "hidden-data",
            "the JobPosting says `You bake bread at noon.` as `description`, and the page doesn't show it",
        ),
        (
            "description",
            "<ul><li>Tea</li></ul><p>You bake</p>",
            "hidden-data",
            "the JobPosting says `You bake` as `description`, and the page doesn't show it",
        ),
        ("description", "You bake", "wrong-value", "`description` has no paragraph and no line end"),
        ("datePosted", "2 March 2026", "wrong-value", "`datePosted` is `2 March 2026`"),
        (
            "datePosted",
            "2026-03-03",
            "hidden-data",
            "the JobPosting says `2026-03-03` as `datePosted`, and the page doesn't show it",
        ),
        ("validThrough", "2026-04-15T23:59:59", "wrong-value", "`validThrough` is `2026-04-15T23:59:59`"),
        ("validThrough", "2026-04-15", "wrong-value", "`validThrough` is `2026-04-15`"),
        (
            "validThrough",
            "2026-04-16T23:59:59+02:00",
            "hidden-data",
            "the JobPosting says `2026-04-16` as `validThrough`, and the page doesn't show it",
        ),
        (
            "employmentType",
            "FULLTIME",
            "wrong-value",
            "`employmentType` is `FULLTIME`, which Google doesn't know",
        ),
        (
            "employmentType",
            "PART_TIME",
            "hidden-data",
            "the JobPosting says `part-time` as `employmentType`, and the page doesn't mark it",
        ),
        (
            "jobLocationType",
            "REMOTE",
            "wrong-value",
            "`jobLocationType` is `REMOTE`, which Google doesn't know",
        ),
        (
            "applicantLocationRequirements.0.name",
            "Norway",
            "hidden-data",
            "the JobPosting says `Norway` as `applicantLocationRequirements`, and the page doesn't show it",
        ),
        (
            "hiringOrganization.name",
            "Other AB",
            "hidden-data",
            "the JobPosting says `Other AB` as `hiringOrganization`, and the page doesn't show it",
        ),
        (
            f"{_ADDRESS}.addressLocality",
            "Salem",
            "hidden-data",
            "the JobPosting says `Salem` as `addressLocality`, and the page doesn't show it",
        ),
        (
            f"{_ADDRESS}.addressRegion",
            "Ohio",
            "hidden-data",
            "the JobPosting says `Ohio` as `addressRegion`, and the page doesn't show it",
        ),
        (
            f"{_ADDRESS}.streetAddress",
            "2 Mill Road",
            "hidden-data",
            "the JobPosting says `2 Mill Road` as `streetAddress`, and the page doesn't show it",
        ),
        (
            f"{_ADDRESS}.postalCode",
            "97702",
            "hidden-data",
            "the JobPosting says `97702` as `postalCode`, and the page doesn't show it",
        ),
        (
            f"{_ADDRESS}.addressCountry",
            "NO",
            "hidden-data",
            "the JobPosting says `NO` as `addressCountry`, and the page doesn't show it",
        ),
        (f"{_ADDRESS}.addressCountry", "USA", "wrong-value", "`addressCountry` is `USA`"),
        (
            f"{_PAY}.maxValue",
            80500,
            "hidden-data",
            "the JobPosting says `80500` as `baseSalary`, and the page doesn't show it",
        ),
        (
            f"{_PAY}.minValue",
            6200,
            "hidden-data",
            "the JobPosting says `6200` as `baseSalary`, and the page doesn't show it",
        ),
        (
            f"{_PAY}.maxValue",
            "70500",
            "wrong-value",
            "`baseSalary` has neither one figure nor a least and a most",
        ),
        (
            f"{_PAY}.maxValue",
            None,
            "wrong-value",
            "`baseSalary` has neither one figure nor a least and a most",
        ),
        (f"{_PAY}.unitText", "YEARLY", "wrong-value", "the `unitText` of `baseSalary` is `YEARLY`"),
        (
            f"{_PAY}.unitText",
            "MONTH",
            "hidden-data",
            "the JobPosting says `month` as `unitText`, and the page doesn't mark it",
        ),
        ("baseSalary.currency", "$", "wrong-value", "the `currency` of `baseSalary` is `$`"),
        (
            "baseSalary.currency",
            "EUR",
            "hidden-data",
            "the JobPosting says `EUR` as `currency`, and the page doesn't show it",
        ),
        (
            "educationRequirements.0.credentialCategory",
            "bachelor",
            "wrong-value",
            "`educationRequirements` is `bachelor`, which Google doesn't know",
        ),
        (
            "educationRequirements",
            "no requirements",
            "hidden-data",
            "the JobPosting says `no requirements` as `educationRequirements`, and the page doesn't mark it",
        ),
        (
            "experienceRequirements.monthsOfExperience",
            48,
            "hidden-data",
            "the JobPosting says `48` as `monthsOfExperience`, and the page doesn't show it",
        ),
        (
            "experienceRequirements.monthsOfExperience",
            "2 years",
            "wrong-value",
            "`monthsOfExperience` is `2 years`, which is no number",
        ),
        (
            "totalJobOpenings",
            5,
            "hidden-data",
            "the JobPosting says `5` as `totalJobOpenings`, and the page doesn't show it",
        ),
        (
            "jobStartDate",
            "2026-10-01",
            "hidden-data",
            "the JobPosting says `2026-10-01` as `jobStartDate`, and the page doesn't show it",
        ),
        (
            "directApply",
            True,
            "wrong-value",
            "the JobPosting claims `directApply`, and the link to apply leads elsewhere",
        ),
    ],
)
def test_broken_property_is_told(path: str, value: Any, code: str, message: str) -> None:
    assert (code, message) in _said(_site(_with(path, value)))
    assert {name for name, _ in _said(_site(_with(path, value)))} <= {code, "hidden-data"}


def test_title_alone_is_no_description() -> None:
    said = _said(_site(_with("description", _POSTING["title"])))
    assert ("wrong-value", "`description` is no more than the title") in said


def test_least_pay_above_the_most_is_told() -> None:
    posting = _with("baseSalary.value", {"minValue": 70500, "maxValue": 62000, "unitText": "YEAR"})
    assert _said(_site(posting)) == [
        ("wrong-value", "the least pay of `baseSalary` is more than the most"),
    ]


def test_remote_work_may_do_without_a_place_or_without_countries_but_not_both() -> None:
    without_place = _with("jobLocation", None)
    assert _said(_site(without_place)) == []
    assert _said(_site(_with("applicantLocationRequirements", None))) == []
    del without_place["applicantLocationRequirements"]
    assert _said(_site(without_place)) == [
        (
            "missing-property",
            "the JobPosting lacks `applicantLocationRequirements`, which remote work needs without a "
            "`jobLocation`",
        )
    ]


def test_work_at_a_place_needs_the_place() -> None:
    posting = _with("jobLocation", None)
    del posting["jobLocationType"]
    assert _said(_site(posting)) == [("missing-property", "the JobPosting lacks `jobLocation`")]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("datePosted", "2026-02-31"),
        ("validThrough", "2026-04-31T23:59:59+02:00"),
        ("jobStartDate", "2026-13-01"),
    ],
)
def test_day_that_no_calendar_has_is_told_as_such(name: str, value: str) -> None:
    said = [("wrong-value", f"`{name}` is `{value}`, and there is no such day")]
    assert _said(_site(_with(name, value))) == said


def test_day_of_posting_is_not_yet_to_come() -> None:
    told = [("early-data", "`datePosted` is 2026-03-02, and today is 2026-03-01")]
    assert _said(_site(), date(2026, 3, 1)) == told
    assert _said(_site(), date(2026, 3, 2)) == []
    assert _said(_site(), None) == []


def test_last_day_before_the_first_is_told() -> None:
    said = _said(_site(_with("validThrough", "2026-03-01T23:59:59+02:00")), None)
    assert ("wrong-value", "`validThrough` is 2026-03-01, before `datePosted`, 2026-03-02") in said


@pytest.mark.parametrize(
    ("value", "today", "is_expired"),
    [
        ("2026-04-15T21:59:59Z", 15, False),
        ("2026-04-15T21:59:59Z", 16, True),
        ("2026-04-15T22:30:00Z", 16, False),
        ("2026-04-15T22:30:00Z", 17, True),
        ("2026-04-15T02:00:00+05:30", 15, True),
        ("2026-04-15T23:59:99Z", 16, True),
    ],
)
def test_posting_expires_by_the_time_zone_of_the_site(value: str, today: int, is_expired: bool) -> None:
    zone = timezone(timedelta(hours=2))
    files = _site(_with("validThrough", value))
    names = [problem.code.name for problem in output_problems(files, _URL, date(2026, 4, today), zone)]
    assert names == (["expired-data"] if is_expired else [])


def test_expired_posting_is_told_from_the_day_after() -> None:
    assert _said(_site(), date(2026, 4, 16)) == [
        (
            "expired-data",
            "the JobPosting has expired: `validThrough` is 2026-04-15, and today is 2026-04-16",
        )
    ]
    assert _said(_site(), None) == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("Cook &amp; <i>baker</i>", "Cook and baker", "`Cook & baker` as `title`"),
        ('<time datetime="2026-03-02">2 March</time>', "March", "`2026-03-02` as `datePosted`"),
        ("Apply by April 15, 2026", "Apply soon", "`2026-04-15` as `validThrough`"),
        ("62,000–70,500", "62,000–75,000", "`70500` as `baseSalary`"),
        ("62,000–70,500", "162,000–70,500", "`62000` as `baseSalary`"),
        ("$", "€", "`USD` as `currency`"),
        ("United States", "<span hidden>United States</span>", "`US` as `addressCountry`"),
        ("United States", "<template>United States</template>", "`US` as `addressCountry`"),
        ("<b>Bend</b>", "<svg><title>Bend</title></svg>", "`Bend` as `addressLocality`"),
        ("European Union", "Norway", "`Sweden` as `applicantLocationRequirements`"),
        ("at dawn", "at noon", "`at dawn.` as `description`"),
        ("<li>Tea</li>", "", "`Tea` as `description`"),
        ('value="full-time"', 'value="part-time"', "`full-time` as `employmentType`"),
        ('value="remote"', 'value="hybrid"', "`remote` as `jobLocationType`"),
        ('value="year"', 'value="month"', "`year` as `unitText`"),
        ('value="high school"', 'value="bachelor degree"', "`high school` as `educationRequirements`"),
        ('value="24"', 'value="36"', "`24` as `monthsOfExperience`"),
        ('value="3"', 'value="5"', "`3` as `totalJobOpenings`"),
        ("<dd>Example AB</dd>", "", "`Example AB` as `hiringOrganization`"),
    ],
)
def test_page_that_shows_something_else_is_told(old: str, new: str, what: str) -> None:
    assert old in _BODY
    problems = _problems(_site(body=_BODY.replace(old, new)))
    (problem,) = (problem for problem in problems if problem.code.name == "hidden-data")
    assert what in problem.message
    assert problem.at
    assert problem.at.path == _JOB


@pytest.mark.parametrize(
    ("old", "what"),
    [
        ("<dd>Apply by April 15, 2026</dd>", "`2026-04-15` as `validThrough`"),
        ('<dd><time datetime="2026-03-02">2 March</time></dd>', "`2026-03-02` as `datePosted`"),
        ("<dd>Canada, European Union</dd>", "`Canada` as `applicantLocationRequirements`"),
        ('<dd><data value="year">$62,000–70,500 a year</data></dd>', "`62000` as `baseSalary`"),
        ('<dd><data value="24">2 years</data></dd>', "`24` as `monthsOfExperience`"),
    ],
)
@pytest.mark.parametrize(
    "elsewhere",
    [
        "<main>{rest}</main><footer>{moved}</footer>",
        "<header>{moved}</header><main>{rest}</main>",
        "<main><article>{rest}</article><section>{moved}</section></main>",
        "<main><article>{rest}<dialog>{moved}</dialog></article></main>",
    ],
)
def test_what_stands_beside_the_posting_proves_nothing(old: str, what: str, elsewhere: str) -> None:
    assert old in _BODY
    body = elsewhere.format(rest=_BODY.replace(old, ""), moved=old)
    files = _site(body=body)
    files[_JOB] = files[_JOB].replace(b"<body><main>", b"<body>").replace(b"</main></body>", b"</body>")
    assert any(what in problem.message for problem in _problems(files))


def test_employer_may_be_named_anywhere_on_the_page() -> None:
    files = _site(body=_BODY.replace("<dd>Example AB</dd>", ""))
    files[_JOB] = files[_JOB].replace(b"</main>", b"</main><footer>Example AB</footer>")
    assert _said(files) == []


def test_page_may_do_without_the_end_of_its_head() -> None:
    files = {path: data.replace(b"</head>", b"") for path, data in _site().items()}
    assert _said(files) == []
    assert _said({path: data.replace(b"<body>", b"") for path, data in files.items()}) == []


@pytest.mark.parametrize(
    ("language", "pay", "currency", "figures"),
    [
        ("de", "62.000–70.500 €", "EUR", (62000, 70500)),
        ("fr", "62\u202f000–70\u202f500\u00a0€", "EUR", (62000, 70500)),
        ("de-CH", "CHF 62’000–70’500", "CHF", (62000, 70500)),
        ("ar-EG", "٦٢٬٠٠٠–٧٠٬٥٠٠ ج.م.\u200f", "EGP", (62000, 70500)),
        ("hi", "₹६२,०००–७०,५००", "INR", (62000, 70500)),
        ("en", "17.50–18.25 British pounds", "GBP", (17.5, 18.25)),
        ("en", "17–18 GBP", "GBP", (17, 18)),
        ("en", "£17.00–18.00", "GBP", (17, 18)),
        ("xx", "£17.00–18.00", "GBP", (17, 18)),
        ("en", "KWD 3.100–4.125", "KWD", (3.1, 4.125)),
        ("de", "3,100–4,000 KWD", "KWD", (3.1, 4)),
        ("ar-EG", "٣٫١٠٠–٤٫٥ KWD", "KWD", (3.1, 4.5)),
        ("en", "€58,000–65,000", "EUR", (58000.0, 6.5e4)),
        ("en", "€58,000.50–1,058,000.5", "EUR", (58000.5, 1058000.5)),
        ("hi", "₹5,80,000–15,80,000", "INR", (580000, 1580000)),
    ],
)
def test_pay_is_read_as_the_pages_language_writes_it(
    language: str, pay: str, currency: str, figures: tuple[float, float]
) -> None:
    least = _with("jobLocation", None)
    value = {"minValue": figures[0], "maxValue": figures[1], "unitText": "YEAR"}
    least |= {"baseSalary": {"currency": currency, "value": value}}
    least["validThrough"] = "2026-03-31T23:59:59Z"
    body = _BODY.replace("$62,000–70,500 a year", pay).replace(
        "Apply by April 15, 2026", '<time datetime="2026-03-31">x</time>'
    )
    del least["applicantLocationRequirements"], least["jobLocationType"]
    assert [what for what in _said(_site(least, body, language=language)) if "baseSalary" in what[1]] == []
    assert [what for what in _said(_site(least, body, language=language)) if "currency" in what[1]] == []


@pytest.mark.parametrize(
    ("language", "pay", "figures"),
    [
        ("en", "$62,000–70,500", (62, 70.5)),
        ("de", "62.000–70.500 $", (62, 70.5)),
        ("en", "$62,000–70,500", (620000, 7050000)),
        ("en", "$17.5–18.5", (175, 185)),
        ("en", "$1,700–1,800", (17, 18)),
        ("en", "$3.125–4.125", (3.12, 4.13)),
    ],
)
def test_pay_of_another_size_is_told(language: str, pay: str, figures: tuple[float, float]) -> None:
    posting = _with("baseSalary.value", {"minValue": figures[0], "maxValue": figures[1], "unitText": "YEAR"})
    body = _BODY.replace("$62,000–70,500", pay)
    told = [what for _, what in _said(_site(posting, body, language=language)) if "as `baseSalary`" in what]
    assert [what.split("`")[1] for what in told] == [str(figure) for figure in figures]


@pytest.mark.parametrize(
    ("shown", "missing"),
    [
        ("24 months, 3 people", []),
        ("2 years, 3 people", []),
        ("3 years, 3 people", ["24"]),
        ("12 years, 13 people", ["24", "3"]),
    ],
)
def test_counts_without_a_mark_are_looked_for_in_the_text(shown: str, missing: list[str]) -> None:
    marked = '<dd><data value="24">2 years</data></dd><dd><data value="3">3</data></dd>'
    assert marked in _BODY
    body = _BODY.replace(marked, f"<dd>{shown}</dd>").replace(">2 March<", ">March<")
    found = [problem.message.split("`")[1] for problem in _problems(_site(body=body))]
    assert found == missing


def test_numbers_that_only_stand_side_by_side_are_not_one() -> None:
    body = _BODY.replace("62,000–70,500", "2026 62,000–70,500 2027")
    assert _said(_site(body=body)) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            (
                '<link rel="canonical" href="https://careers.example.com/work/jobs/cook/">',
                "<link rel=canonical href=/>",
            ),
            "a JobPosting stands on a page whose canonical address is another, `/`",
        ),
        (
            ("</head>", '<meta name="robots" content="noindex"></head>'),
            "a JobPosting stands on a page with `noindex`",
        ),
    ],
)
def test_posting_stands_on_a_page_that_search_engines_keep(change: tuple[str, str], message: str) -> None:
    files = _site()
    files[_JOB] = files[_JOB].decode().replace(*change).encode()
    assert ("misplaced-data", message) in _said(files)


def test_second_posting_on_a_page_is_told() -> None:
    assert _said(_site(data=_escaped(_POSTING, _POSTING, _TRAIL))) == [
        ("misplaced-data", "the page has more than one JobPosting")
    ]


@pytest.mark.parametrize(
    "path",
    ["jobs/index.html", "jobs/page/2/index.html", "index.html", "categories/food/index.html", "404.html"],
)
def test_posting_on_any_other_page_is_told(path: str) -> None:
    files = _site() | {path: _page(path, _escaped(_EMPLOYER, _POSTING), _BODY)}
    assert [(p.code.name, p.message, p.at and p.at.path) for p in _problems(files)] == [
        ("misplaced-data", "a JobPosting stands on a page that isn't about one posting", path)
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('{"@graph": [', "a block of structured data isn't JSON: input data was truncated"),
        ('["x"]', "a block of structured data doesn't tell of things"),
        ('[["x"]]', "a block of structured data doesn't tell of things"),
        ("[" * 9999, "a block of structured data is nested too deep to be read"),
    ],
)
def test_block_that_cannot_be_read_is_told(data: str, message: str) -> None:
    assert _said(_site(data=data)) == [("unreadable-data", message)]


def test_markup_that_stands_as_it_is_in_a_block_is_told() -> None:
    data = _escaped(_POSTING, _TRAIL).replace(r"\u003c", "<")
    assert _said(_site(data=data)) == [
        ("unreadable-data", "structured data holds `<` as it is, which can end the script")
    ]


_CONTEXT = {"@context": "https://schema.org"}


@pytest.mark.parametrize("things", [[_POSTING, _TRAIL], [{"@graph": [_POSTING]}, _TRAIL]])
def test_blocks_may_be_lists(things: list[Any]) -> None:
    data = json.dumps([_CONTEXT | thing for thing in things]).replace("<", r"\u003c")
    assert _said(_site(data=data)) == []


@pytest.mark.parametrize(
    "context",
    [
        "https://schema.org",
        "http://schema.org/",
        "https://www.schema.org",
        ["https://schema.org", {"own": "https://example.com/"}],
        {"@vocab": "https://schema.org/"},
    ],
)
def test_context_may_be_written_in_several_ways(context: Any) -> None:
    data = _escaped(_POSTING, _TRAIL).replace('"https://schema.org"', json.dumps(context))
    assert _said(_site(data=data)) == []


@pytest.mark.parametrize("context", [None, "", 1, "https://example.com", ["https://example.org/schema.org"]])
def test_block_in_other_words_than_those_of_schema_org_is_told(context: Any) -> None:
    data = _escaped(_POSTING, _TRAIL).replace('"https://schema.org"', json.dumps(context))
    what = "a block of structured data doesn't name `https://schema.org` as its `@context`"
    assert _said(_site(data=data)) == [("unreadable-data", what)]


_NESTED: list[Any] = [
    {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": _POSTING}]},
    {"@type": "WebPage", "mainEntity": _POSTING},
    {"@graph": [{"@graph": [_POSTING]}]},
    _POSTING | {"@type": ["JobPosting"]},
    _POSTING | {"@type": ["Thing", "https://schema.org/JobPosting"]},
    _POSTING | {"@type": "http://schema.org/JobPosting"},
    _POSTING | {"@type": "schema:JobPosting"},
]
_ITEM = '<div itemscope itemtype="https://schema.org/JobPosting"></div>'


@pytest.mark.parametrize("thing", _NESTED)
def test_posting_is_found_however_it_stands(thing: Any) -> None:
    files = _site() | {"jobs/index.html": _page("jobs/index.html", _escaped(thing), _BODY)}
    assert _said(files) == [("misplaced-data", "a JobPosting stands on a page that isn't about one posting")]
    assert _said(_site(data=_escaped(thing, _TRAIL))) == []
    assert _said(_site(data=_escaped(thing, _TRAIL, _POSTING))) == [
        ("misplaced-data", "the page has more than one JobPosting")
    ]


def test_posting_as_microdata_counts_too() -> None:
    unread = ("unproven-data", "a JobPosting stands in a page as microdata, which isn't read")
    files = _site() | {"jobs/index.html": _page("jobs/index.html", _escaped(), _BODY + _ITEM)}
    assert _said(files) == [
        ("misplaced-data", "a JobPosting stands on a page that isn't about one posting"),
        unread,
    ]
    assert _said(_site(body=_BODY + _ITEM)) == [
        ("misplaced-data", "the page has more than one JobPosting"),
        unread,
    ]
    assert _said(_site(body=_BODY + _ITEM, data=_escaped(_TRAIL))) == [unread]


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        (
            '"position": 2',
            '"position": 3',
            "wrong-value",
            "the steps of the BreadcrumbList aren't numbered 1, 2, 3",
        ),
        (
            '/jobs/"}',
            '/posts/"}',
            "wrong-value",
            f"the BreadcrumbList leads to `{_URL}/posts/`, which isn't there",
        ),
        (
            "https://careers.example.com/work/jobs/cook/",
            "/work/jobs/cook/",
            "wrong-value",
            "the BreadcrumbList leads to `/work/jobs/cook/`, which isn't there",
        ),
        (
            '"All jobs"',
            '"Every job"',
            "unproven-data",
            "the page doesn't show all steps of its BreadcrumbList",
        ),
    ],
)
def test_broken_way_down_is_told(old: str, new: str, code: str, message: str) -> None:
    data = _escaped(_POSTING, _TRAIL)
    assert old in data
    assert _said(_site(data=data.replace(old, new))) == [(code, message)]


@pytest.mark.parametrize("name", ["@id", "url"])
def test_step_may_lead_to_a_thing(name: str) -> None:
    steps = [
        {
            "position": step["position"],
            "item": {name: step["item"], "name": step["name"]},
        }
        for step in _TRAIL["itemListElement"]
    ]
    data = _escaped(_POSTING, {**_TRAIL, "itemListElement": steps})
    assert _said(_site(data=data)) == []
    assert _said(_site(data=data.replace("/jobs/cook/", "/jobs/gone/"))) == [
        ("wrong-value", f"the BreadcrumbList leads to `{_URL}/jobs/gone/`, which isn't there")
    ]


def test_last_step_may_do_without_an_address() -> None:
    first, last = _TRAIL["itemListElement"]
    last = {name: value for name, value in last.items() if name != "item"}
    trail = {**_TRAIL, "itemListElement": [first, last]}
    assert _said(_site(data=_escaped(_POSTING, trail))) == []
    trail = {**_TRAIL, "itemListElement": [{**last, "position": 1}, {**first, "position": 2}]}
    assert _said(_site(data=_escaped(_POSTING, trail))) == [
        ("wrong-value", "the BreadcrumbList leads to ``, which isn't there")
    ]


@pytest.mark.parametrize(("old", "new"), [("$", "💵 "), ("United States", "the States")])
def test_currency_and_country_may_be_marked_instead(old: str, new: str) -> None:
    assert len(_said(_site(body=_BODY.replace(old, new)))) == 1
    marks = '<data value="USD">money</data> <data value="US">there</data>'
    assert _said(_site(body=_BODY.replace(old, new) + marks)) == []


def test_way_down_of_one_step_is_none() -> None:
    short = {**_TRAIL, "itemListElement": _TRAIL["itemListElement"][:1]}
    assert _said(_site(data=_escaped(_POSTING, short))) == [
        ("wrong-value", "the BreadcrumbList has fewer than two steps")
    ]


_WAYLESS = ("no-way-to-apply", "a page with a JobPosting has no way to apply")
_UNMARKED = ("unproven-data", "nothing on the page marks the link to apply, as `<a data-apply>` would")


@pytest.mark.parametrize(
    ("address", "is_way"),
    [
        ("https://apply.example.com/1", True),
        ("//apply.example.com/1", True),
        ("mailto:jobs@example.com?subject=Cook", True),
        ("/work/jobs/", True),
        ("../", True),
        ("#form", True),
        ("https://careers.example.com/work/jobs/#top", True),
        ("#", False),
        ("", False),
        ("/work/jobs/cook/", False),
        ("mailto:?subject=x", False),
        ("mailto:", False),
        ("https://", False),
        ("https://[", False),
        ("javascript:void(0)", False),
        ("tel:1", False),
    ],
)
def test_marked_link_has_to_lead_to_a_way_to_apply(address: str, is_way: bool) -> None:
    body = _BODY.replace('href="https://apply.example.com/1"', f'href="{address}"').replace(
        "<dl>", '<form id="form"></form><dl>'
    )
    files = _site(body=body)
    files["jobs/index.html"] = files["jobs/index.html"].replace(b"<h1>", b'<h1 id="top">')
    assert _said(files) == ([] if is_way else [_WAYLESS])


def test_marked_link_to_a_page_that_is_gone_is_no_way_to_apply() -> None:
    said = _said(_site(body=_BODY.replace("https://apply.example.com/1", "/work/apply/")))
    assert said == [_WAYLESS, ("dead-link", "the link `/work/apply/` leads nowhere")]


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ('<a href="https://apply.example.com/1">Apply</a>', _UNMARKED),
        ('<a href="mailto:jobs@example.com">Apply</a>', _UNMARKED),
        ('<a href="mailto:?subject=x">Share</a>', _WAYLESS),
        ('<a href="https://careers.example.com/work/jobs/">Jobs</a>', _WAYLESS),
        ("", _WAYLESS),
    ],
)
def test_site_without_marked_links_may_have_another_way_to_apply(link: str, said: tuple[str, str]) -> None:
    body = re.sub("<a data-apply.*?</a>", link, _BODY)
    assert _said(_site(body=body)) == [said]


@pytest.mark.parametrize("mark", ["<a data-apply>", '<div hidden><a data-apply href="/work/jobs/">'])
def test_site_that_marks_its_links_marks_them_on_every_posting(mark: str) -> None:
    body = re.sub("<a data-apply.*?</a>", '<a href="https://apply.example.com/1">Apply</a>', _BODY)
    more = {"jobs/index.html": _page("jobs/index.html", _escaped(), f"<h1>X</h1>{mark}")}
    assert _said(_site(body=body) | more) == [_WAYLESS]


def test_links_without_a_mark_are_told_once() -> None:
    body = re.sub("<a data-apply.*?</a>", '<a href="https://apply.example.com/1">Apply</a>', _BODY)
    other = _page("jobs/baker/index.html", _escaped(_POSTING), body)
    assert _said(_site(body=body) | {"jobs/baker/index.html": other}) == [
        ("unproven-data", f"{_UNMARKED[1]} (pages like it: 2)")
    ]


def test_link_outside_of_the_main_part_is_no_way_to_apply() -> None:
    files = _site(body=re.sub("<a data-apply.*?</a>", "", _BODY))
    files[_JOB] = files[_JOB].replace(b"</main>", b'</main><a href="https://social.example.com">We</a>')
    assert _said(files) == [_WAYLESS]


def test_direct_application_may_be_by_mail() -> None:
    body = _BODY.replace("https://apply.example.com/1", "mailto:jobs@example.com")
    assert _said(_site(_with("directApply", True), body)) == []


def test_theme_without_marks_gets_one_warning_for_each_of_them() -> None:
    body = re.sub("</?data[^>]*>", "", _BODY)
    other = _page("jobs/baker/index.html", _escaped(_POSTING), body)
    problems = _problems(_site(body=body) | {"jobs/baker/index.html": other})
    assert {problem.code.name for problem in problems} == {"unproven-data"}
    assert sorted(problem.message for problem in problems) == [
        f'nothing on the page marks `{name}`, as `<data value="{value}">` would (pages like it: 2)'
        for name, value in (
            ("educationRequirements", "high school"),
            ("employmentType", "full-time"),
            ("employmentType", "internship"),
            ("jobLocationType", "remote"),
            ("unitText", "year"),
        )
    ]


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(name=st.sampled_from(sorted(_POSTING)), value=_ANY)
def test_no_value_of_a_property_stops_the_check(name: str, value: Any) -> None:
    files = _site({**_POSTING, name: value, "@type": "JobPosting"})
    assert all(problem.code.code.startswith("OU") for problem in _problems(files))


@given(_ANY)
def test_no_block_stops_the_check(value: Any) -> None:
    assert all(problem.code.code.startswith("OU") for problem in _problems(_site(data=json.dumps(value))))


def test_home_says_whose_site_it_is() -> None:
    files = _site() | {"index.html": _page("index.html", _escaped({"@type": "WebSite"}))}
    assert _said(files) == [
        ("missing-data", "the home page doesn't say whose site it is: it has no Organization")
    ]


def test_open_posting_that_says_nothing_is_noticed() -> None:
    assert _said(_site(data=_escaped(_TRAIL))) == [
        (
            "no-job-posting",
            "the page of a posting that search engines may keep has no JobPosting",
        )
    ]


def test_closed_posting_says_nothing_and_that_is_right() -> None:
    files = _site(data=_escaped(_TRAIL))
    files[_JOB] = files[_JOB].replace(b"</head>", b'<meta name="robots" content="noindex"></head>')
    assert _said(files) == []


def test_theme_without_any_structured_data_is_told_once() -> None:
    files = {
        path: re.sub(rb"<script.*?</script>", b"", data)
        for path, data in (_site() | {"jobs/b/index.html": _page("jobs/b/index.html", "")}).items()
    }
    (problem,) = _problems(files)
    assert (problem.code.name, problem.at and problem.at.path) == ("missing-data", "jobs/b/index.html")


def test_sitemap_lists_the_page_of_each_posting() -> None:
    listing = "<urlset><url><loc>{}</loc></url></urlset>"
    assert _said(_site() | {"sitemap.xml": listing.format(f"{_URL}/jobs/cook/").encode()}) == []
    assert _said(_site() | {"sitemap.xml": listing.format(f"{_URL}/jobs/").encode()}) == [
        ("wrong-sitemap", "no sitemap lists the page, which has a JobPosting")
    ]
