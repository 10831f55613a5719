"""Salaries as one line of text."""

import re
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from generator.content.values import salary_problems as problems
from generator.content.values.currencies import SIGNS, decimals_of, find_currency
from generator.content.values.figures import FIGURE, read_figure
from generator.content.values.problem import Problem
from generator.diagnostics.codes import values as codes
from generator.model.values import Salary
from generator.model.vocabulary import PAY_PERIOD

_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2009"), " ")
_DIGIT = re.compile(r"\d")
_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True) if not sign.isalpha())
_TOKEN = re.compile(
    rf"(?P<figure>{FIGURE})(?P<times>[kKmM](?![^\W_]))?(?:[.,][-–—](?!\s*\d))?"
    rf"|(?P<sign>(?<![A-Za-z])(?:{_SIGN}))"
    r"|(?P<dash>[-–—−])|(?P<word>[^\W\d_]+(?:['’.][^\W\d_]+)*\.?)|(?P<other>\S)"
)
_TO = frozenset(("to", "bis", "à", "until", "till", "and", "und", "et", "och", "a", "al"))
_ONE_END = re.compile(
    r"^(?:up to|upto|from|starting at|starting from|at least|min\.?|max\.?|minimum|maximum|bis zu|bis|ab|"
    r"mindestens|jusqu'à|jusqu’à|à partir de|dès|desde|hasta|från|upp till)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:from|between|von|zwischen|de|från|entre)\s+", re.IGNORECASE)
_PER = frozenset(
    (
        "per",
        "/",
        "a",
        "an",
        "each",
        "every",
        "pro",
        "je",
        "im",
        "par",
        "por",
        "al",
        "à",
        "i",
        "om",
        "the",
        "p",
    )
)
# Behind a figure, these make it another one: the rest of `1/2`, `1 * 2` and `1 000000`, and that of `1e5`.
_GOES_ON = re.compile(r"[^\w\s,;()+&]?\s*\d")
_IS_JOINED = re.compile(r"[^\W\d]+[-+]?\d")
_DOLLARS = frozenset(("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN", "TWD"))
_TIMES = {"": Decimal(1), "k": Decimal(1000), "m": Decimal(1_000_000)}
# Below these a figure is hardly meant for a year, so the period has to be said.
_YEARLY_FROM = Decimal(10_000)
_YEARLY_FROM_WITHOUT_CENTS = Decimal(1_000_000)


class _Token(Struct, frozen=True):
    kind: str
    text: str
    start: int
    times: str = ""


class _Money(Struct, frozen=True):
    """One figure as written, with what stood around it."""

    figure: str
    times: str
    currency: str


def parse_salary(text: str, language: str) -> Salary | Problem:
    """What a line such as `€55k–65k per year` says is paid."""
    plain = text.translate(_BLANKS).strip()
    if not _DIGIT.search(plain):
        return problems.words_only(plain)
    tokens = _tokens(plain)
    is_range = [token.kind for token in tokens].count("figure") > 1
    if not is_range and _ONE_END.match(plain):
        return problems.one_end(plain)
    if is_range and (leading := _LEADING.match(plain)):
        plain = plain[leading.end() :]
        tokens = _tokens(plain)
    found = _Reader(plain, tokens, language).salary()
    is_kr = isinstance(found, Problem) and found.code is codes.CURRENCY_AMBIGUOUS
    return problems.which_crowns(plain) if is_kr else found


def _tokens(text: str) -> tuple[_Token, ...]:
    return tuple([_token(match) for match in _TOKEN.finditer(text)])


def _token(match: re.Match[str]) -> _Token:
    figure = match["figure"]
    if figure is not None:
        return _Token("figure", figure, match.start(), match["times"] or "")
    return _Token(str(match.lastgroup), match[0], match.start())


class _Reader:
    """A walk over one salary's tokens."""

    def __init__(self, text: str, tokens: tuple[_Token, ...], language: str) -> None:
        self.text = text
        self.language = language
        self.tokens = tokens
        self.next = 0

    def salary(self) -> Salary | Problem:
        first = self._money()
        if isinstance(first, Problem):
            return first
        second = first
        if self._take_dash():
            found = self._money()
            if isinstance(found, Problem):
                return found
            second = found
        elif self._peek_text() == "+":
            return problems.one_end(self.text)
        return self._with_period(first, second)

    def _with_period(self, first: _Money, second: _Money) -> Salary | Problem:
        period = self._period()
        trailing = self._currency()
        if isinstance(trailing, Problem):
            return trailing
        named = dict.fromkeys(c for c in (first.currency, second.currency, trailing) if c)
        if len(named) > 1 and any(code in _DOLLARS for code in named):
            named.pop("$", None)  # `USD 90,000 - $110,000` says which dollar
        decimals = decimals_of(next(iter(named))) if len(named) == 1 else 2
        figures = _figures(first, second, self.language, decimals)
        if isinstance(figures, Problem):
            return figures
        if not named:
            return problems.no_currency(self.text)
        if len(named) > 1:
            return problems.two_currencies(self.text, tuple(named))
        return self._checked(Salary(*figures, next(iter(named)), period or ""))

    def _checked(self, salary: Salary) -> Salary | Problem:
        if self.next < len(self.tokens):
            return self._trailing(salary)
        if salary.minimum > salary.maximum:
            return problems.reversed_range(salary)
        if finer := problems.finer_than_money((salary.minimum, salary.maximum), salary.currency):
            return finer
        if salary.per:
            return salary
        period = _presumed_period(salary)
        return replace(salary, per=period) if period else problems.no_period(self.text)

    def _trailing(self, salary: Salary) -> Problem:
        """Words behind the figures, with the line that keeps them; a period among them counts."""
        start, period, words = self.tokens[self.next].start, salary.per, self.text
        rest = words[start:]
        if _GOES_ON.match(rest) or (_IS_JOINED.match(rest) and not words[start - 1].isspace()):
            return problems.not_one_figure(words)
        while not period and self.next < len(self.tokens):
            begin = self.tokens[self.next].start
            period = self._period() or ""
            if period:
                end = self.tokens[self.next].start if self.next < len(self.tokens) else len(words)
                words = words[:begin] + words[end:]
            self.next += 1
        period = period or _presumed_period(salary)
        return problems.trailing_words(replace(salary, per=period), rest, words[start:])

    def _peek(self) -> _Token | None:
        return self.tokens[self.next] if self.next < len(self.tokens) else None

    def _peek_text(self) -> str:
        token = self._peek()
        return token.text.casefold() if token else ""

    def _money(self) -> _Money | Problem:
        before = self._currency()
        if isinstance(before, Problem):
            return before
        token = self._peek()
        if token is None or token.kind != "figure":
            return problems.no_figure(self.text, token.text if token else "")
        self.next += 1
        after = self._currency()
        if isinstance(after, Problem):
            return after
        if before and after and before != after:
            return problems.two_currencies(self.text, (before, after))
        return _Money(token.text, token.times.casefold(), before or after)

    def _currency(self) -> str | Problem:
        token = self._peek()
        if token is None or token.kind not in ("sign", "word"):
            return ""
        found = find_currency(token.text)
        if isinstance(found, str):
            self.next += 1
        return found or ""

    def _take_dash(self) -> bool:
        token = self._peek()
        if token is None or not (token.kind == "dash" or token.text.casefold() in _TO):
            return False
        if token.kind == "word" and not self._figure_follows():
            return False
        self.next += 1
        return True

    def _figure_follows(self) -> bool:
        return any(token.kind == "figure" for token in self.tokens[self.next + 1 : self.next + 3])

    def _period(self) -> str | None:
        for skipped in (1, 0):
            words = self.tokens[self.next : self.next + skipped + 1]
            if len(words) <= skipped or (skipped and words[0].text.casefold().rstrip(".") not in _PER):
                continue
            found = PAY_PERIOD.find(words[skipped].text)
            if found is not None:
                self.next += skipped + 1
                return found
        return None


def _presumed_period(salary: Salary) -> str:
    least = _YEARLY_FROM if decimals_of(salary.currency) else _YEARLY_FROM_WITHOUT_CENTS
    return "year" if salary.minimum >= least else ""


def _figures(
    first: _Money, second: _Money, language: str, decimals: int
) -> tuple[Decimal, Decimal] | Problem:
    least = read_figure(first.figure, language, decimals)
    most = read_figure(second.figure, language, decimals)
    if isinstance(least, Problem):
        return least
    if isinstance(most, Problem):
        return most
    # In `55–65k` the k is for both.
    shared = second.times if not first.times and least < most else first.times
    return least * _TIMES[shared], most * _TIMES[second.times]


class Unsettled(Struct, frozen=True):
    """An amount such as 3.125: a figure in a currency of three decimals, and a problem in any other."""

    amount: Decimal
    problem: Problem


def parse_amount(text: str, language: str) -> Decimal | Unsettled | Problem:
    """An amount of money without currency and period."""
    match = re.fullmatch(rf"(?P<figure>{FIGURE})(?P<times>[kKmM])?", text.strip())
    if match is None:
        hint = "write digits alone; the currency and the period have fields of their own"
        return Problem(codes.FIGURE_UNREADABLE, f"`{text}` isn't an amount", hint)
    times = _TIMES[(match["times"] or "").casefold()]
    figure, finer = (read_figure(match["figure"], language, decimals) for decimals in (2, 3))
    if not isinstance(figure, Problem):
        return figure * times
    return figure if isinstance(finer, Problem) else Unsettled(finer * times, figure)


def settled(amount: Decimal | Unsettled, currency: str) -> Decimal | Problem:
    """The amount in its currency, unless it has more decimals than that."""
    if isinstance(amount, Unsettled):
        return amount.amount if decimals_of(currency) == 3 else amount.problem
    return problems.finer_than_money((amount,), currency) or amount
