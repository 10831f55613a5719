"""What the search finds, asked of match.js in Node over an index of ours."""

import json
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote_plus

import msgspec
import pytest

from generator.model.documents import Document, Posting
from generator.model.site_config import Search
from generator.model.slugs import slugify
from generator.model.values import Salary
from generator.pages.data_views import SearchIndexView
from generator.pages.view import Viewer
from generator.render.search_index import search_index
from tests.builders import DAY, make_office, make_plan, make_posting

_EPOCH = date(1970, 1, 1)
_LABELS = {"remote": {"yes": "Remote", "hybrid": "Hybrid"}, "employment": {"part-time": "Part-time"}}
_SCRIPT = Path(__file__).parent / "match.js"

Answer = dict[str, Any]
Ask = Callable[..., list[Any]]


def _index(postings: Iterable[Document], **options: Any) -> Any:
    planned = make_plan(*postings, **options)
    page = next(page for page in planned.pages if page.url == "/jobs/index.json")
    view = Viewer(planned, "en").view(page)
    assert isinstance(view, SearchIndexView)
    return msgspec.json.decode(search_index(view))


@pytest.fixture
def ask(node: str) -> Ask:
    """Answers to several questions about an index, from one run of Node."""

    def answers(index: Any, *asked: Mapping[str, Any]) -> list[Any]:
        told = json.dumps({"index": index, "labels": _LABELS, "asked": asked})
        run = subprocess.run((node, str(_SCRIPT)), input=told, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        found: list[Any] = json.loads(run.stdout)
        return found

    return answers


def _query(query: str, today: date = DAY) -> dict[str, Any]:
    return {"query": query, "day": (today - _EPOCH).days}


def _words(words: str) -> dict[str, Any]:
    return _query(f"q={quote_plus(words)}")


def _job(title: str, **fields: Any) -> Posting:
    """A posting that is found by its title and by what the test sets."""
    plain: dict[str, Any] = {"title": title, "category": ("Zz",), "location": ("Ipswich, United Kingdom",)}
    return make_posting(slugify(title), **{**plain, **fields})


def _titled(*titles: str, **fields: Any) -> list[Posting]:
    """Postings of these titles, the first the newest."""
    days = (date(2026, 3, 10) - timedelta(number) for number in range(len(titles)))
    return [_job(title, posted=day, **fields) for title, day in zip(titles, days, strict=True)]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Malmo", "Tekniker i Malmö"),
        ("MALMÖ", "Tekniker i Malmö"),
        ("strasse", "Straße"),
        ("lodz", "Łódź"),
        ("orsted", "Ørsted"),
        ("istanbul", "İstanbul"),
        ("isparta", "Isparta ı"),
        ("naive", "naïve"),
        ("c++", "C++ developer"),
        ("c#", "C# developer"),
        ("net", ".NET developer"),
        ("r&d", "R&D engineer"),
        ("разраб", "Разработчик"),
        ("елка", "Ёлка"),
        ("νοσηλευτης", "Νοσηλευτής"),
        ("مهندس", "مُهَنْدِس"),
        ("エンジニア", "ソフトウェアエンジニア"),
        ("ソフトウェア", "ソフトウェアエンジニア"),
        ("工程师", "高级软件工程师"),
        ("软件 工程", "高级软件工程师"),
        ("วิศวกร", "ตำแหน่งวิศวกร"),
        ("개발", "백엔드 개발자"),
        ("इंजी", "वरिष्ठ इंजीनियर"),
        ("AI", "AIエンジニア"),
        ("ｅｎｇｉｎｅｅｒ", "Engineer"),
    ],
)
def test_words_are_found_as_people_type_them(ask: Ask, words: str, title: str) -> None:
    (answer,) = ask(_index(_titled("Baker", title)), _words(words))
    assert answer["titles"] == [title]
    assert answer["slips"] == []


@pytest.mark.parametrize(
    ("words", "title"), [("c++", "C# developer"), ("ガ", "カメラ"), ("gineer", "Engineer"), ("मा", "मि")]
)
def test_what_only_looks_alike_isnt_found(ask: Ask, words: str, title: str) -> None:
    assert ask(_index(_titled(title)), _words(words))[0]["titles"] == []


def test_job_is_found_by_everything_that_is_said_of_it(ask: Ask) -> None:
    posting = make_posting(
        title="Baker",
        category=("Kitchen / Bread",),
        location=("Lund, Sweden",),
        remote="yes",
        remote_from=("NO",),
        skills=("Sourdough starters",),
        employment=("part-time",),
    )
    found = ("kitchen", "bread", "lund", "sweden", "norway", "starters", "remote", "part-time")
    answers = ask(_index([posting, *_titled("Other")]), *map(_words, found))
    assert [answer["titles"] for answer in answers] == [["Baker"]] * len(found)


def test_every_word_has_to_be_found(ask: Ask) -> None:
    index = _index(_titled("Data engineer", "Data analyst", "Engineer"))
    both, none = ask(index, _words("data eng"), _words("data baker"))
    assert both["titles"] == ["Data engineer"]
    assert none["titles"] == []


def test_titles_come_in_the_order_of_what_they_say(ask: Ask) -> None:
    newest_first = (
        _job("Baker", skills=("Engineer",), posted=date(2026, 3, 10)),
        _job("Head of engineering", posted=date(2026, 3, 9)),
        _job("Senior engineer", posted=date(2026, 3, 8)),
        _job("Engineering manager", posted=date(2026, 3, 7)),
    )
    (answer,) = ask(_index(newest_first), _words("engineer"))
    assert answer["titles"] == ["Engineering manager", "Senior engineer", "Head of engineering", "Baker"]


def test_equals_stand_newest_first_and_can_be_sorted(ask: Ask) -> None:
    days = (None, date(2026, 4, 2), date(2026, 4, 1))
    postings = [
        msgspec.structs.replace(posting, closes=closes)
        for posting, closes in zip(_titled("Senior engineer", "Engineer", "Old engineer"), days, strict=True)
    ]
    queries = ("q=engineer", "q=engineer&sort=newest", "q=engineer&sort=closing")
    best, newest, closing = (answer["titles"] for answer in ask(_index(postings), *map(_query, queries)))
    assert best == ["Engineer", "Senior engineer", "Old engineer"]
    assert newest == ["Senior engineer", "Engineer", "Old engineer"]
    assert closing == ["Old engineer", "Engineer", "Senior engineer"]


@pytest.mark.parametrize(
    "words", ["enginer", "enginneer", "enginaer", "engnieer", "nengineer", "rngineer", "engneer", "Engïner"]
)
def test_one_slip_in_a_word_that_no_job_has_is_forgiven_and_told(ask: Ask, words: str) -> None:
    (answer,) = ask(_index(_titled("Senior Engineer", "Baker")), _words(words))
    assert answer["titles"] == ["Senior Engineer"]
    assert [slip["showing"] for slip in answer["slips"]] == ["Engineer"]


@pytest.mark.parametrize("words", ["bkr", "enneer", "bakerrr"])
def test_two_slips_or_a_short_word_find_nothing(ask: Ask, words: str) -> None:
    (answer,) = ask(_index(_titled("Engineers", "Bake")), _words(words))
    assert (answer["titles"], answer["slips"]) == ([], [])


def test_slip_in_a_word_half_typed_is_forgiven(ask: Ask) -> None:
    (answer,) = ask(_index(_titled("Engineer", "Baker")), _words("enginr"))
    assert answer["titles"] == ["Engineer"]


def test_word_that_some_job_has_is_no_slip(ask: Ask) -> None:
    (answer,) = ask(_index(_titled("Baker", "Maker")), _words("maker"))
    assert (answer["titles"], answer["slips"]) == (["Maker"], [])


def test_slip_is_taken_for_the_commonest_word_near_by(ask: Ask) -> None:
    (answer,) = ask(_index(_titled("Manager", "Mangler", "Area manager")), _words("manger"))
    assert answer["titles"] == ["Manager", "Area manager"]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("developer", ["Developer", "Engineer"]),
        ("engineer", ["Engineer", "Developer"]),
        ("hr", ["HR partner", "Human resources lead"]),
        ("human resources", ["Human resources lead", "HR partner"]),
        ("senior human resources", []),
        ("human", ["Human resources lead"]),
        ("hr lead", ["Human resources lead"]),
    ],
)
def test_synonyms_hold_both_ways_and_for_phrases(ask: Ask, words: str, titles: list[str]) -> None:
    synonyms = Search((("developer", "engineer"), ("HR", "human resources")))
    index = _index(_titled("Developer", "Engineer", "HR partner", "Human resources lead"), search=synonyms)
    assert ask(index, _words(words))[0]["titles"] == titles


def test_filters_hold_together_and_any_value_of_one_will_do(ask: Ask) -> None:
    index = _index(
        [
            _job("A", location=("Lund, Sweden",), level="senior"),
            _job("B", location=("Oslo, Norway",), level="senior"),
            _job("C", location=("Lund, Sweden",), level="lead"),
        ]
    )
    queries = (
        "place=sweden/lund&level=senior",
        "place=sweden&place=norway&level=senior",
        "place=norway&level=lead",
    )
    assert [a["titles"] for a in ask(index, *map(_query, queries))] == [["A"], ["A", "B"], []]


def test_closed_jobs_are_left_out_by_the_visitors_clock(ask: Ask) -> None:
    index = _index(_titled("Baker", closes=date(2026, 3, 20)))
    days = (date(2026, 3, 13), date(2026, 3, 14), date(2026, 3, 20), date(2026, 3, 21))
    answers = ask(index, *(_query("", day) for day in days))
    assert [len(answer["titles"]) for answer in answers] == [1, 1, 1, 0]
    assert [answer["soon"] for answer in answers] == [0, 1, 1, 0]
    assert answers[-1]["counts"]["place"]["united-kingdom"] == 0


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Europe/Stockholm", "2026-03-16T22:59:59Z", date(2026, 3, 16)),
        ("Europe/Stockholm", "2026-03-16T23:00:00Z", date(2026, 3, 17)),
        ("America/New_York", "2026-03-17T03:59:59Z", date(2026, 3, 16)),
        ("Asia/Tokyo", "2026-03-16T15:00:00Z", date(2026, 3, 17)),
        ("Mars/Olympus", "2026-03-16T23:59:59Z", date(2026, 3, 16)),
    ],
)
def test_day_is_the_one_in_the_sites_time_zone(ask: Ask, zone: str, moment: str, day: date) -> None:
    assert ask(_index([]), {"zone": zone, "moment": moment}) == [(day - _EPOCH).days]


def test_address_of_a_job_is_the_pages_own(ask: Ask) -> None:
    postings = _titled("Baker (m/f)", "İşçi", "Ingénieur")
    (answer,) = ask(_index(postings), _query(""))
    assert answer["urls"] == ["/jobs/baker-m-f/", "/jobs/isci/", "/jobs/ingenieur/"]
    (other,) = ask(_index([make_posting("baker-m-f-lund", title="Baker (M/F)")]), _query(""))
    assert other["urls"] == ["/jobs/baker-m-f-lund/"]


def test_address_keeps_what_isnt_the_searchs_and_reads_well(ask: Ask) -> None:
    query = "utm_source=x&q=a+b&place=germany/berlin&place=remote-from-germany&sort=closing&page=2&level="
    (answer,) = ask(_index([]), _query(query))
    assert answer["query"] == (
        "?utm_source=x&q=a+b&place=germany/berlin&place=remote-from-germany&sort=closing&page=2"
    )


@pytest.mark.parametrize("query", ["page=-1", "page=x", "page=1e99x", "sort=worst", "q=+", "q="])
def test_nonsense_in_an_address_asks_for_nothing(ask: Ask, query: str) -> None:
    (answer,) = ask(_index(_titled("Baker")), _query(query))
    assert (answer["query"], answer["titles"]) == ("", ["Baker"])


def _ways(answer: Answer) -> list[tuple[str, str, list[str], int]]:
    return [(way["kind"], way["name"], way["values"], way["count"]) for way in answer["ways"]]


def test_nothing_found_offers_the_country_before_leaving_a_filter_out(ask: Ask) -> None:
    index = _index(
        [
            _job("A", location=("Lund, Sweden",), level="senior"),
            _job("B", location=("Oslo, Norway",), level="lead"),
            _job("C", location=("Oslo, Norway",), level="lead"),
            _job("D", location=("Bergen, Norway",), level="senior"),
        ]
    )
    (answer,) = ask(index, _query("place=norway/oslo&level=senior&page=3"))
    assert _ways(answer) == [("wider", "place", ["norway"], 1), ("without", "level", ["senior"], 2)]
    assert answer["ways"][0]["query"] == "?place=norway&level=senior"


def test_value_that_is_gone_finds_nothing_and_can_be_relaxed(ask: Ask) -> None:
    (answer,) = ask(_index(_titled("Baker")), _query("q=baker&place=france/paris"))
    assert answer["titles"] == []
    assert _ways(answer) == [("without", "place", ["france/paris"], 1)]


def test_words_may_be_left_out_and_at_the_last_all_else(ask: Ask) -> None:
    index = _index([_job("A", level="senior"), _job("B", location=("Oslo, Norway",), level="lead")])
    words, alone = ask(index, _query("q=wizard&level=senior"), _query("q=wizard&level=senior&place=norway"))
    assert _ways(words) == [("words", "q", [], 1)]
    assert _ways(alone) == [("only", "place", ["norway"], 1), ("only", "level", ["senior"], 1)]


def test_words_alone_are_offered_where_no_single_step_helps(ask: Ask) -> None:
    index = _index([_job("Baker", level="lead"), _job("Cook", location=("Oslo, Norway",))])
    (answer,) = ask(index, _query("q=baker&level=senior&place=norway"))
    assert ("only-words", "q", [], 1) in _ways(answer)
    assert answer["ways"][-1]["query"] == "?q=baker"


# ---------- Counts, told apart from those of a plain loop over random jobs ----------

_CATEGORIES = ("A / B", "A / C", "A", "D / E / F", "D")
_PLACES = ("Lund, Sweden", "Kiruna, Sweden", "Oslo, Norway", "Berlin, Germany")
_SLUGS = {"Lund, Sweden": "sweden/lund", "Kiruna, Sweden": "sweden/kiruna"}
_SLUGS |= {"Oslo, Norway": "norway/oslo", "Berlin, Germany": "germany/berlin"}
_COUNTRIES = {"SE": "sweden", "DE": "germany", "anywhere": "anywhere"}
_PAY = Salary(Decimal(60000), Decimal(70000), "EUR", "year")


def _random_postings(random: Random) -> list[Posting]:
    postings = []
    for number in range(80):
        remote = random.choice(("no", "hybrid", "yes"))
        postings.append(
            make_posting(
                f"p-{number}",
                title=random.choice(("Data engineer", "Baker", "Data baker", "Head of bread")),
                category=tuple(random.sample(_CATEGORIES, random.choice((1, 1, 2)))),
                location=tuple(random.sample(_PLACES, random.choice((0, 1, 2)) if remote == "yes" else 1)),
                remote=remote,
                remote_from=tuple(random.sample(list(_COUNTRIES), random.choice((1, 2))))
                if remote == "yes"
                else (),
                employment=tuple(
                    random.sample(("full-time", "part-time", "internship"), random.choice((0, 1, 2)))
                ),
                level=random.choice(("", "senior", "lead")),
                salary=random.choice((None, _PAY)),
                posted=DAY - timedelta(random.choice((0, 7, 8, 30, 31))),
                closes=random.choice((None, DAY, DAY + timedelta(1))),
            )
        )
    return postings


def _values(posting: Posting, today: date) -> dict[str, set[str]]:
    """What each filter may ask a job for, worked out anew."""
    age = (today - posting.posted).days
    paths = [text.lower().split(" / ") for text in posting.category]
    places = [_SLUGS[entry.place] for entry in posting.location]
    origins = set(_COUNTRIES) if "anywhere" in posting.remote_from else set(posting.remote_from)
    return {
        "category": {"/".join(path[: depth + 1]) for path in paths for depth in range(len(path))},
        "place": {*places, *(place.partition("/")[0] for place in places)}
        | {f"remote-from-{_COUNTRIES[origin]}" for origin in origins},
        "employment": set(posting.employment),
        "level": {posting.level} - {""},
        "posted": {days for days in ("7", "30") if age <= int(days)},
        "salary": {"shown"} if posting.salary else set(),
    }


def _counts(postings: Sequence[Posting], chosen: Mapping[str, set[str]], word: str, today: date) -> Answer:
    """How many jobs each choice would find: a loop for each of them."""
    found: dict[str, dict[str, int]] = {name: {} for name in chosen}
    for posting in postings:
        if (posting.closes and posting.closes < today) or word not in posting.title.lower():
            continue
        values = _values(posting, today)
        for name in chosen:
            others = (other for other in chosen if other != name and chosen[other])
            if all(values[other] & chosen[other] for other in others):
                for value in values[name]:
                    found[name][value] = found[name].get(value, 0) + 1
    return found


def _states(random: Random, index: Any) -> Iterator[tuple[dict[str, set[str]], str, date]]:
    choices = {
        "category": index["categories"]["paths"],
        "place": [*index["places"]["paths"], *index["remote_from"]["paths"]],
        "employment": index["employment"],
        "level": index["levels"],
        "posted": ["7", "30"],
        "salary": ["shown"],
    }
    for _ in range(60):
        chosen = {
            name: set(random.sample(values, min(len(values), random.choice((0, 0, 1, 2)))))
            for name, values in choices.items()
        }
        yield chosen, random.choice(("", "", "baker", "data")), DAY + timedelta(random.choice((0, 1, 2)))


@pytest.mark.parametrize("seed", range(4))
def test_counts_are_those_of_a_plain_loop(ask: Ask, seed: int) -> None:
    random = Random(seed)
    postings = _random_postings(random)
    index = _index(postings)
    states = list(_states(random, index))
    asked = [
        _query("&".join([f"q={word}", *(f"{n}={v}" for n in chosen for v in sorted(chosen[n]))]), today)
        for chosen, word, today in states
    ]
    for (chosen, word, today), answer in zip(states, ask(index, *asked), strict=True):
        shown = {
            name: {value: count for value, count in counts.items() if count}
            for name, counts in answer["counts"].items()
        }
        assert shown == _counts(postings, chosen, word, today)
        fitting = [
            posting
            for posting in postings
            if not (posting.closes and posting.closes < today)
            and word in posting.title.lower()
            and all(
                not chosen[name] or values & chosen[name] for name, values in _values(posting, today).items()
            )
        ]
        assert len(answer["titles"]) == len(fitting)


@pytest.mark.parametrize("words", ["usa", "us", "New York usa", "ny"])
def test_country_is_found_by_what_people_call_it(ask: Ask, words: str) -> None:
    office = make_office("ny", "NY", "New York, USA", aliases=("Big Apple",))
    jobs: list[Any] = [_job("Baker", location=("New York, USA",)), _job("Cook")]
    (answer,) = ask(_index([*jobs, office]), _query(f"q={words}"))
    assert answer["titles"] == ["Baker"]


@pytest.mark.parametrize("words", ["dev", "develope", "developers", "developer"])
def test_synonym_is_meant_by_its_beginning_and_with_an_ending(ask: Ask, words: str) -> None:
    synonyms = Search((("developer", "engineer"),))
    (answer,) = ask(_index(_titled("Engineer", "Level designer"), search=synonyms), _query(f"q={words}"))
    assert answer["titles"] == ["Engineer"]
    assert answer["slips"] == []


def test_synonym_without_a_letter_breaks_nothing(ask: Ask) -> None:
    synonyms = Search((("and", "&"),))
    (answer,) = ask(_index(_titled("Bread and butter"), search=synonyms), _query("q=and"))
    assert answer["titles"] == ["Bread and butter"]


def test_signs_alone_find_nothing(ask: Ask) -> None:
    for answer in ask(_index(_titled("Baker")), _query("q=%25"), _query("q=%F0%9F%8E%B5")):
        assert answer["titles"] == []
        assert _ways(answer) == []


def test_value_without_a_name_is_no_value(ask: Ask) -> None:
    (answer,) = ask(_index(_titled("Baker")), _query("category=/&place=%20"))
    assert answer["titles"] == ["Baker"]
