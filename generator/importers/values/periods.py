"""The period that pay is for, by the words about it in any of the languages that boards are written in."""

import re
from collections.abc import Mapping
from decimal import Decimal

from generator.model.slugs import fold

# Beginnings of words without accents. A `$` ends a word where another begins in the same way; those with a
# `/` mean something else by themselves (`HR`, `PA`, `an`), and count behind `per` and the like.
_STEMS: Mapping[str, tuple[str, ...]] = {
    "hour": ("hour", "/hr", "stund", "/std", "heure", "horaire", "hora$", "uur", "timme", "timlon", "timelon",
             "ora$", "orari", "tunti", "godzin"),
    "day": ("day$", "daily", "diem$", "tag$", "tages", "taglich", "jour$", "journalier", "dia$", "diari",
            "giorn", "dag$", "dags", "dagelijks", "dziennie", "paiva"),
    "week": ("week", "/wk", "woche", "wochent", "semaine", "hebdomadaire", "semana", "settiman", "vecka",
             "vecko", "uge$", "uke$", "viikko", "tydzien", "tygodn"),
    "month": ("month", "/mth", "/mo$", "monat", "mois$", "mensuel", "mensile", "mensual", "mensal", "mes$",
              "mese$", "maand", "manad", "maned", "miesi", "kuukau"),
    "year": ("year", "/yr", "annual", "annum", "p.a", "jahr", "/an$", "annee", "annuel", "anno$", "annuo",
             "annua", "ano$", "anual", "jaar", "/ar$", "arslon", "arlig", "rok$", "roczn", "vuosi", "vuode"),
}  # fmt: skip
_BEHIND = "(?:(?<=/)|(?<=per )|(?<=par )|(?<=pro )|(?<=pr ))"


def _pattern(stem: str) -> str:
    word = stem.removeprefix("/")
    ended = re.escape(word[:-1]) + r"\b" if word.endswith("$") else re.escape(word) + r"\w*"
    return f"{_BEHIND if stem.startswith('/') else ''}{ended}"


_NAMED = {per: "|".join(map(_pattern, stems)) for per, stems in _STEMS.items()}
_ANY = "|".join(_NAMED.values())
_PERIODS = {per: re.compile(rf"(?<![^\W_])(?:{words})") for per, words in _NAMED.items()}
# `Based on a 40 hour week`, `12-month contract`, `paid weekly` say how long or how often, not what for.
_BESIDE = re.compile(
    rf"\d[\s-]*(?:hours?|days?|weeks?|months?|years?|{_ANY})(?:\s*(?:[/-]|per|a|an|pro|par|por|i)?\s*(?:{_ANY}))?"
    rf"|(?:paid|payable)\s+(?:{_ANY})"
)
# What nobody is paid a month, and few earn less than a year, where people are used to name pay by the year.
_YEARLY_FROM: Mapping[str, int] = {
    **dict.fromkeys(("USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD"), 20_000),
    **dict.fromkeys(("SEK", "NOK", "DKK"), 200_000),
    "JPY": 2_000_000,
    "INR": 500_000,
}


def named_periods(text: str) -> tuple[str, ...]:
    """The periods that a text says pay is for, each once."""
    words = _BESIDE.sub(" ", fold(text))
    return tuple(per for per, pattern in _PERIODS.items() if pattern.search(words))


def is_yearly(least: Decimal, currency: str) -> bool:
    """Whether an amount can only be for a year by its size, in a currency whose pay is well known."""
    return currency in _YEARLY_FROM and least >= _YEARLY_FROM[currency]
