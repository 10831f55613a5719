"""What a parse depends on besides the file's bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParseSettings:
    """The site's main language and all its languages: they decide how numbers, months and names read."""

    language: str = "en"
    languages: tuple[str, ...] = ()

    def all_languages(self) -> tuple[str, ...]:
        """The main language, then the others."""
        return (self.language, *(tag for tag in self.languages if tag != self.language))
