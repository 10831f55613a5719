"""The company's own texts: articles, the page on hiring, and what stands under every posting."""

from datetime import date

from tests.benchmarks.corpus.records import Words


def _article(
    stem: str, title: str, day: date, author: str, category: str, summary: str, *parts: str
) -> Words:
    return Words(stem, title, summary, "\n\n".join(parts) + "\n", day, author, category)


ARTICLES = (
    _article(
        "a-winter-under-the-ice",
        "A winter under the ice",
        date(2026, 10, 28),
        "Maren Kolbe",
        "in-the-field/field-service",
        "Four people, one lake and a logger that would not come up.",
        "The logger went down in November, as it does every year, on forty metres of line that we had "
        "all checked.",
        "## What we expected\n\nReadings every ten minutes until April, and then a short day with a boat "
        "hook. "
        "That is how it had gone for eleven winters, and nobody had written down why it worked.",
        "## What we got\n\n- Silence from the third of January\n- A line frozen into half a metre of ice\n"
        "- **One very good photograph** of a pike",
        "We cut a hole, found the float switch jammed open, and mended it with a part from a bicycle. "
        "The part is "
        "in the catalogue now. It has a number and a drawing, and the bicycle got a new one.",
    ),
    _article(
        "the-gauge-that-lied",
        "The gauge that lied",
        date(2026, 9, 14),
        "Torvald Strand",
        "making/calibration",
        "For two years a river was nine centimetres lower than we said.",
        "Nobody likes to find out that a thing they calibrated is wrong. I found out on a Sunday.",
        "## Nine centimetres\n\nThe village had measured too, with a stick. The stick was right. We had "
        "replaced "
        "the mount after a flood and entered the new height on the wrong line of the right form.",
        "## What we changed\n\n1. Two people read every height aloud.\n2. The form has one line.\n"
        "3. We ask the village.",
        "The stick hangs in the laboratory, under glass, and visitors think it's a joke.",
    ),
    _article(
        "how-we-write-a-warning",
        "How we write a warning",
        date(2026, 7, 2),
        "Odile Prudhomme",
        "design/content-design",
        "Eleven words that have to be understood at four in the morning.",
        "A flood warning is the shortest thing we write and the one we spend longest on.",
        "## Before\n\nIt used to say that levels were expected to exceed the second threshold. People "
        "went back "
        "to sleep. We know, because we asked them in the sports hall.",
        "## Now\n\nIt says what the water will do, when, and what to carry upstairs first. We tested it on "
        "**sixty people** who had just been woken, and changed the verb twice.",
    ),
    _article(
        "learning-to-read-snow",
        "Learning to read snow",
        date(2026, 5, 19),
        "Hanno Marchetti",
        "data-science/forecasting",
        "A model that was right on average, and what the ski patrol thought of that.",
        "My first forecast was correct to within three per cent over the season. The patrol was not "
        "impressed: "
        "on the only day that mattered it had been out by half.",
        "## Where averages hide\n\nSnow drifts. A sensor sees its own square metre, and a slope is "
        "larger than "
        "that. We moved four masts and threw away the prettiest chart.",
        "## What we keep\n\nEvery forecast now states the day on which it was worst. It's the first line.",
    ),
)

PAGES = (
    Words(
        "how-we-hire",
        "How we hire",
        "Three steps, in this order, and how long each of them takes.",
        "We hire in three steps, and we tell you before each of them what it is about.\n\n"
        "## The steps\n\n1. A call of half an hour with the person you would work for.\n"
        "2. A morning with the team, on site or on a screen, on a real problem. We pay for it.\n"
        "3. An offer or a reason, within ten working days.\n\n"
        "## What we don't do\n\n- No puzzles and no trick questions\n- No unpaid work\n- No silence\n",
    ),
)

SNIPPETS = (
    Words(
        "fair-hearing",
        "Everybody gets a hearing",
        "",
        "We hire on what you can do and how you work with others, and on nothing else. If you meet most "
        "of what "
        "we ask for and not all of it, write to us: our lists describe a direction, not a fence.\n",
    ),
)
