"""The words of one posting in Markdown: headings, paragraphs, lists, links and bold text."""

import re
from random import Random

from tests.benchmarks.corpus import sentences, vocabulary

_SLOT = re.compile(r"\{(\w+)\}")

# How a corpus names the page that some bodies link to; each generator has its own way to write it.
HIRING_LINK = "(how-we-hire)"


def body(random: Random, skills: tuple[str, ...], city: str, team: str) -> str:
    """A body about a job in a city and a team, of some two to four thousand characters."""

    def filled(text: str) -> str:
        return _SLOT.sub(lambda slot: _word(random, slot[1], skills, city, team), text)

    def paragraph(low: int, high: int) -> str:
        return filled(" ".join(random.sample(sentences.SENTENCES, random.randint(low, high))))

    def bullets(lines: tuple[str, ...], low: int, high: int) -> str:
        return "\n".join(f"- {filled(line)}" for line in random.sample(lines, random.randint(low, high)))

    parts = [
        filled(random.choice(sentences.OPENINGS)),
        paragraph(3, 4),
        f"## {random.choice(('The work', 'What you would do', 'Your part of it'))}",
        paragraph(2, 4),
        bullets(sentences.TASKS, 5, 7),
        f"## {random.choice(('You', 'What you bring', 'A good fit, most likely'))}",
        bullets(sentences.WISHES, 4, 5),
        *(
            part
            for side in sentences.SIDES[: random.randint(0, 3)]
            for part in (f"### {side}", paragraph(3, 6))
        ),
        f"### In {city}",
        filled(random.choice(sentences.PLACES)) + " " + paragraph(2, 3),
        f"## {random.choice(('How we decide', 'What happens next'))}",
        filled(random.choice(sentences.STEPS)) + f" The steps are set out in [how we hire]{HIRING_LINK}.",
        f"More about the {team} team is on [our pages for {random.choice(vocabulary.PEOPLE)}]"
        f"(https://www.{vocabulary.HOST}/{random.randint(100, 999)}).",
    ]
    return "\n\n".join(parts) + "\n"


def _word(random: Random, slot: str, skills: tuple[str, ...], city: str, team: str) -> str:
    if slot == "city":
        return city
    if slot == "number":
        return str(random.randint(11, 95))
    if slot == "few":
        return random.choice(("five", "six", "eight", "ten"))
    choices = {
        "team": (team, *vocabulary.TEAMS),
        "skill": skills,
        "thing": vocabulary.THINGS,
        "quality": vocabulary.QUALITIES,
        "people": vocabulary.PEOPLE,
        "matter": vocabulary.MATTERS,
    }
    return random.choice(choices[slot])
