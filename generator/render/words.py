"""Words of the interface, from the theme's catalogue."""

import re
from collections.abc import Callable

from msgspec.json import encode

from generator.pages.views import Count
from generator.render.theme import Catalogue

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class MissingWordError(LookupError):
    """A template asks for a word that the catalogue doesn't have, or leaves a placeholder empty."""


def translator(catalogue: Catalogue) -> Callable[..., str]:
    """The `t` filter over one catalogue: `"jobs-count" | t(count=page.total)`."""
    plain = {code: word for code, word in catalogue.items() if isinstance(word, str) and "{" not in word}

    def translate(code: str, **values: object) -> str:
        """The word with its placeholders filled; a `Count` named `count` chooses the plural form."""
        if code in plain:
            return plain[code]
        text = _form(code, catalogue, values.get("count"))
        return _PLACEHOLDER.sub(lambda found: _filled(code, found[1], values), text)

    return translate


def forms_of(catalogue: Catalogue) -> Callable[[str], str]:
    """The `forms` filter over one catalogue: a word's plural forms as JSON, for scripts to choose from."""

    def forms(code: str) -> str:
        """The forms by their CLDR names, with the placeholders left open."""
        if code not in catalogue:
            raise MissingWordError(f"the catalogue has no word `{code}`")
        word = catalogue[code]
        named = {"other": word} if isinstance(word, str) else dict(word)
        return encode(named).decode()

    return forms


def _form(code: str, catalogue: Catalogue, count: object) -> str:
    word = catalogue.get(code)
    if word is None:
        raise MissingWordError(f"the catalogue has no word `{code}`")
    if isinstance(word, str):
        return word
    form = count.form if isinstance(count, Count) and count.form in word else "other"
    if form not in word:
        raise MissingWordError(f"the word `{code}` has no form `other`")
    return word[form]


def _filled(code: str, name: str, values: dict[str, object]) -> str:
    if name not in values:
        raise MissingWordError(f"the word `{code}` needs `{name}`")
    value = values[name]
    return value.text if isinstance(value, Count) else str(value)
