"""Makes the corpus. Each posting is drawn from its own number, so a larger corpus begins with the smaller."""

from datetime import date, timedelta
from random import Random

from generator.model.slugs import slugify
from tests.benchmarks.corpus import vocabulary
from tests.benchmarks.corpus.bodies import body
from tests.benchmarks.corpus.records import AS_OF, Category, City, Corpus, Posting, Salary
from tests.benchmarks.corpus.texts import ARTICLES, PAGES, SNIPPETS

_CITIES_WEIGHT = 1.6  # the first cities of the list hold most of the jobs, as in companies
_YEARLY = {
    "NOK": 620,
    "SEK": 560,
    "DKK": 540,
    "EUR": 58,
    "GBP": 47,
    "PLN": 150,
    "CAD": 88,
    "USD": 92,
    "JPY": 7400,
}
_SIGNS = {"EUR": "€", "GBP": "£"}


def corpus(size: int) -> Corpus:
    """The company with so many postings."""
    categories, cities = _categories(), _cities()
    postings = tuple(_posting(number, categories, cities) for number in range(size))
    return Corpus(postings, categories, cities, ARTICLES, PAGES, SNIPPETS)


def _categories() -> tuple[Category, ...]:
    return tuple(
        Category(
            slugify(top),
            top,
            f"All that has to do with {top.lower()}, from the first drawing to the last reading.",
            tuple(
                Category(f"{slugify(top)}/{slugify(leaf)}", leaf, f"Jobs in {leaf.lower()}, indoors and out.")
                for leaf in leaves
            ),
        )
        for top, leaves in vocabulary.CATEGORIES.items()
    )


def _cities() -> tuple[City, ...]:
    return tuple(
        City(path, name, country, currency, vocabulary.OFFICES.get(path, ""))
        for country, (currency, names) in vocabulary.COUNTRIES.items()
        for name in names
        for path in [f"{slugify(country)}/{slugify(name)}"]
    )


def _posting(number: int, categories: tuple[Category, ...], cities: tuple[City, ...]) -> Posting:
    random = Random(f"quillmere {number}")
    top = random.choice(categories)
    leaf = random.choice(top.children)
    seniority, level, experience = random.choice(vocabulary.SENIORITIES)
    role = random.choice(vocabulary.CATEGORIES[top.name][leaf.name])
    team = random.choice(vocabulary.TEAMS)
    places = _places(random, cities)
    skills = tuple(random.sample(vocabulary.SKILLS[top.name], random.randint(3, 5)))
    title = f"{seniority} {role}, {team}".strip()
    closes, is_open = _closing(random)
    person = f"{random.choice(vocabulary.FIRST_NAMES)} {random.choice(vocabulary.LAST_NAMES)}"
    return Posting(
        stem=f"{slugify(title)}-{number:05}",
        title=title,
        category=leaf.slug,
        cities=tuple(city.slug for city in places),
        remote=random.choice(("no", "no", "hybrid", "hybrid", "yes")),
        employment=random.choice(
            ("full-time", "full-time", "full-time", "part-time", "contract", "internship")
        ),
        salary=_salary(random, places[0].currency, experience),
        posted=_posted(random, closes),
        closes=closes,
        is_open=is_open,
        level=level,
        team=team,
        skills=skills,
        experience=experience,
        requisition=f"Q-{number:05}",
        apply=f"https://apply.{vocabulary.HOST}/jobs/{number:05}",
        contact=f"{person} <{slugify(person).replace('-', '.')}@{vocabulary.HOST}>",
        summary=f"{role} for {team} in {places[0].name}: {random.choice(vocabulary.MATTERS)}, done properly.",
        body=body(random, skills, places[0].name, team),
    )


def _places(random: Random, cities: tuple[City, ...]) -> tuple[City, ...]:
    count = random.choice((1, 1, 1, 1, 2, 3))
    drawn = [cities[int(len(cities) * random.random() ** _CITIES_WEIGHT)] for _ in range(count)]
    same = [city for city in drawn if city.currency == drawn[0].currency]
    return tuple(dict.fromkeys(same))


def _posted(random: Random, closes: date | None) -> date:
    """A day in the last thirteen months, and well before the closing day."""
    day = AS_OF - timedelta(days=int(random.triangular(0, 400, 20)))
    return min(day, closes - timedelta(days=14)) if closes else day


def _closing(random: Random) -> tuple[date | None, bool]:
    """A closing day for some; one in twenty has closed."""
    draw = random.random()
    if draw < 0.05:
        return AS_OF - timedelta(days=random.randint(1, 25)), False
    if draw < 0.45:
        return AS_OF + timedelta(days=random.randint(0, 90)), True
    return None, True


def _salary(random: Random, currency: str, experience: int) -> Salary | None:
    """Pay in the forms that recruiters use; one in eight says nothing."""
    form = random.randrange(8)
    yearly = int(_YEARLY.get(currency, 95) * (0.8 + experience / 150) * random.uniform(0.9, 1.15)) * 1000
    if form == 0:
        return None
    if form == 1:
        low, high, per = _hundred(yearly / 12), _hundred(yearly / 12 * 1.2), "month"
    elif form == 2:
        low, high, per = round(yearly / 1800), round(yearly / 1800), "hour"
    else:
        low, high, per = yearly, int(yearly * 1.22) // 1000 * 1000, "year"
    return Salary(low, high, currency, per, _written(form, low, high, currency, per))


def _hundred(amount: float) -> int:
    return round(amount / 100) * 100


def _written(form: int, low: int, high: int, currency: str, per: str) -> str:
    sign = _SIGNS.get(currency, "")
    if low == high:
        return f"{currency} {low} per {per}"
    if form == 3 and sign:
        return f"{sign}{low // 1000}k–{high // 1000}k"
    if form == 4:
        return f"{{min: {low}, max: {high}, currency: {currency}, per: {per}}}"
    return f"{currency} {low:,} - {high:,} per {per}"
