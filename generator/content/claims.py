"""What a text says that policies ask about: where the work is done, set phrases."""

import re
from collections.abc import Iterator
from itertools import islice

from generator.model.slugs import fold

REMOTE = "remote"
ON_SITE = "on-site"

# A claim holds one of these. Only what stands around them is looked at closely, in a fiftieth of the time.
_HINTS = (
    *("remot", "on-site", "onsite", "in-office", "home office", "homeoffice", "home-office", "vor ort"),
    *("télétravail", "teletrabajo", "distan", "afstand", "thuiswerk", "zdaln"),
    *("présentiel", "presencial", "presenza", "sur site"),
)
_BEFORE, _BEHIND = 60, 60  # characters
_MOST = 200  # places: no text needs more, and one that is made to wear us out has no end of them
_ALL = r"(?:fully|entirely|completely|100\s?%)"
_JOB = r"(?:role|position|job|opportunity|vacancy|post)"
_JOB_DE = r"(?:stelle|position|rolle|job)"
# Behind these it is part of another thing: `remote-friendly`, `remote teams`, `remote or hybrid`.
_ENDS = r"(?![-\w])(?!\s*(?:/|or\b|oder\b|ou\b|o\b|and\b|team|compan|workforce|first\b|friendly\b|work\b))"
_NOT = (
    r"(?<!not )(?<!not a )(?<!not an )(?<!no )(?<!never )(?<!n't )(?<!n't a )(?<!n't an )"
    r"(?<!nicht )(?<!kein )(?<!keine )(?<!pas )(?<!pas de )(?<!pas en )(?<!niet )"
)
_STOP = r"(?=\s*(?:[.,;!)]|$))"  # nothing follows that it could be said of
_NOT_ASKED = r"(?![^.!\n]{0,40}\?)"

# Said of the job itself: of teams, companies and days at home others speak too.
_REMOTE = re.compile(
    "|".join(
        (
            rf"\bthis {_JOB} is (?:an? )?(?:{_ALL}[ -])?remote{_ENDS}",
            rf"\bthis is an? (?:{_ALL}[ -])?remote {_JOB}\b",
            rf"{_NOT}\b{_ALL}[ -]remote {_JOB}\b",
            rf"\b(?:the|our) {_JOB} is {_ALL}[ -]remote{_ENDS}",
            rf"\byou(?:'ll| will) (?:be working|work) {_ALL} remote(?:ly)?{_ENDS}{_STOP}",
            rf"\b(?:diese|die) {_JOB_DE} ist (?:zu )?(?:100\s?%|vollständig|komplett)[ -]remote{_ENDS}",
            r"\b(?:ausschließlich|vollständig|komplett|zu 100\s?%) (?:im |aus dem )home[ -]?office\b",
            rf"{_NOT}\bposte (?:entièrement|totalement|100\s?%) (?:en |à )?(?:télétravail|distance)\b",
            rf"{_NOT}\b(?:télétravail (?:à )?100\s?%|100\s?% (?:en )?télétravail|télétravail total)",
            rf"{_NOT}\btélétravail complet{_STOP}",
            r"\b(?:puesto|trabajo|posición) (?:es )?(?:100\s?%|totalmente) (?:en )?remoto\b",
            r"\b100\s?% teletrabajo\b",
            r"\b(?:posizione|lavoro|ruolo) (?:è )?(?:100\s?%|completamente|totalmente) da remoto\b",
            r"\b(?:vaga|posição|trabalho) (?:é )?(?:100\s?%|totalmente) (?:em )?remot[ao]\b",
            r"\b(?:volledig|100\s?%) (?:op afstand|remote) werken\b",
            rf"{_NOT}\bvolledig op afstand{_STOP}",
            r"\b(?:tjänsten|arbetet|rollen) är (?:helt på distans|100\s?% (?:på )?distans)",
            r"\bpraca (?:w pełni|w 100\s?%|całkowicie) zdalna\b",
        )
    )
)
_ON_SITE = re.compile(
    "|".join(
        (
            rf"\bthis {_JOB} is (?:{_ALL}[ -])?(?:on-?site|in-office){_ENDS}",
            rf"\bthis is an? (?:{_ALL}[ -])?(?:on-?site|in-office) {_JOB}\b",
            rf"\bthis {_JOB} is not remote{_ENDS}",
            rf"\bthis is not a remote {_JOB}\b",
            rf"{_NOT}\bon-?site only\b(?! (?:at|during|for)){_NOT_ASKED}",
            rf"{_NOT}\b{_ALL} (?:on-?site|in[ -]office) {_JOB}\b",
            r"\bno remote (?:work|working|option|options)\b(?! exp)",
            r"\bremote work(?:ing)? is (?:not|n't) (?:possible|available|offered|an option)\b",
            rf"\b{_JOB} can(?:not|'t) be (?:done|performed|carried out) remotely\b",
            r"\b(?:kein home[ -]?office möglich|home[ -]?office ist nicht möglich|ausschließlich vor ort)\b",
            rf"(?:^|[.!;(\n]\s*|arbeitsort: )nur vor ort{_STOP}",
            rf"\bkein home[ -]?office{_STOP}",
            r"\b(?:pas de|aucun) télétravail\b(?! complet| total| à 100)",
            r"\b(?:sans télétravail|100\s?% (?:en )?présentiel)\b",
            r"\btélétravail (?:non possible|impossible|n'est pas possible)\b",
            rf"{_NOT}\b(?:sur site|en présentiel) uniquement{_STOP}",
            r"\b(?:sin teletrabajo|100\s?% presencial)\b",
            r"\b(?:solo|100\s?%|esclusivamente) in presenza\b",
            r"\b(?:inget distansarbete|distansarbete är inte möjligt)\b",
            r"\b(?:geen thuiswerk|thuiswerken is niet mogelijk)\b",
            r"\b(?:brak pracy zdalnej|bez pracy zdalnej)\b",
        )
    )
)
_CLAIMS = ((REMOTE, _REMOTE), (ON_SITE, _ON_SITE))


def claim_of(text: str) -> str:
    """`remote` or `on-site` where the text says of the job that it is done there alone; else empty."""
    lower = text.lower().replace("’", "'")
    places = islice(_around_hints(lower), _MOST)
    claims = {claim for words in places for claim, said in _CLAIMS if said.search(words)}
    return claims.pop() if len(claims) == 1 else ""


def _around_hints(text: str) -> Iterator[str]:
    """What stands around each hint in the text."""
    for hint in _HINTS:
        at = text.find(hint)
        while at >= 0:
            yield text[max(0, at - _BEFORE) : at + _BEHIND]
            at = text.find(hint, at + len(hint))


def phrases_in(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the phrases, made by `spoken`, that the text holds."""
    if not phrases:
        return ()
    words = spoken(text)
    return tuple(phrase for phrase in phrases if phrase in words)


def spoken(text: str) -> str:
    """The text without what doesn't tell phrases apart: case, accents, spaces, and which apostrophe."""
    return fold(text.replace("’", "'").replace("‘", "'"))
