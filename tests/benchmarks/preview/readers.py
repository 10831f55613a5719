"""People who read pages at the same time, and what is wrong with an answer."""

from collections import Counter
from collections.abc import Container, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random
from statistics import median
from time import perf_counter, sleep

from tests.benchmarks.preview.asking import Answer, Connection

READERS = 100
# So long (s) a reader looks at a page, at most; without it the readers' own work would be what is measured.
_READING = 0.4


@dataclass(frozen=True, slots=True)
class Reading:
    """All answers: how many, the seconds of the median and of the slowest, and the faults by how often."""

    answers: int
    median: float
    slowest: float
    faults: Counter[str]


def fault(url: str, answer: Answer | None, guests: Container[str]) -> str:
    """What is wrong with the answer for a page, empty where nothing is; `guests` come and go."""
    if answer is None:
        return "no answer, or half of one"
    if answer.status == 404 and url in guests:
        return ""
    if answer.status != 200:
        return f"status {answer.status}"
    if not answer.body.rstrip().endswith(b"</html>"):
        return "half a page"
    return "" if _is_of(url, answer.body) else "another page"


def _is_of(url: str, body: bytes) -> bool:
    """Whether a page says that its address ends so."""
    _, found, rest = body.partition(b'<link rel="canonical" href="https://')
    address = rest.partition(b'"')[0]
    return bool(found) and address.partition(b"/")[2] == url.encode()[1:]


def read_along(port: int, urls: Sequence[str], guests: Container[str], seconds: float) -> Reading:
    """What a hundred readers get, each on a connection of its own, who open one page after another."""
    end = perf_counter() + seconds
    with ThreadPoolExecutor(READERS) as pool:
        each = pool.map(lambda number: _read(port, urls, guests, end, Random(number)), range(READERS))
        answers = [answer for answers in each for answer in answers]
    times = [taken for taken, _ in answers]
    return Reading(len(answers), median(times), max(times), Counter(f for _, f in answers if f))


def _read(
    port: int, urls: Sequence[str], guests: Container[str], end: float, random: Random
) -> list[tuple[float, str]]:
    """The seconds and the fault of each answer for one reader."""
    answers: list[tuple[float, str]] = []
    with Connection(port) as connection:
        while True:
            url = random.choice(urls)
            asked = perf_counter()
            answer = connection.get(url)
            answers.append((perf_counter() - asked, fault(url, answer, guests)))
            if perf_counter() > end:
                return answers
            sleep(random.random() * _READING)
