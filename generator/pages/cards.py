"""Pictures for sharing: what each shows, and for which pages there is one."""

import unicodedata
from collections.abc import Iterator

from msgspec.structs import replace

from generator.diagnostics.codes import cards as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.library.site import Job, Site
from generator.model import documents
from generator.pages.assets import CardAssets
from generator.pages.colours import card_colours
from generator.pages.extra import frozen
from generator.pages.formats import Formats, direction
from generator.pages.place_names import place_name
from generator.pages.views import CardView, Picture

# Four by two, as the services that show shared links cut them.
WIDTH, HEIGHT = 1200, 630

Shared = Job | documents.Article | documents.Page


class Cards:
    """The pictures of one site in one language."""

    def __init__(self, site: Site, assets: CardAssets, language: str) -> None:
        config = site.config
        self._characters = assets.characters
        self._formats = Formats(language)
        self._blank = CardView(
            about="page",
            title="",
            language=language,
            direction=direction(language),
            places=(),
            remote="no",
            employment=(),
            author="",
            site_name=config.name,
            mark=assets.mark,
            colours=card_colours(config.theme.accent),
            settings=frozen(config.theme.settings),
        )

    def view(self, subject: Shared) -> CardView:
        """What the picture of a posting, article or page shows."""
        match subject:
            case Job():
                return self._job(subject)
            case documents.Article():
                view = self._titled(subject.title, subject.identity.language)
                return replace(view, about="article", author=subject.author)
        return self._titled(subject.title, subject.identity.language)

    def problem(self, subject: Shared) -> Diagnostic | None:
        """Why there is no picture of a page, if so: nothing is drawn with an empty box in it."""
        view = self.view(subject)
        for text in (view.title, view.site_name, view.author, *view.places):
            for character in uncovered(text, self._characters):
                return _left_out(subject, character)
        return None

    def _job(self, job: Job) -> CardView:
        posting, country = job.posting, self._formats.country
        view = self._titled(posting.title, posting.text_language)
        places = tuple(place_name(entry.place, country) for entry in job.places)
        return replace(view, about="job", places=places, remote=posting.remote, employment=posting.employment)

    def _titled(self, title: str, language: str) -> CardView:
        return replace(self._blank, title=title, language=language, direction=direction(language))


def card_picture(url: str, subject: Shared) -> Picture:
    """The picture at an address, as the page that it stands for names it."""
    title = subject.posting.title if isinstance(subject, Job) else subject.title
    return Picture(url, title, WIDTH, HEIGHT)


def uncovered(text: str, characters: frozenset[int]) -> Iterator[str]:
    """The characters of a text that would be empty boxes; those that only format are never seen."""
    return (ch for ch in text if ord(ch) not in characters and unicodedata.category(ch) != "Cf")


def _left_out(subject: Shared, character: str) -> Diagnostic:
    document = subject.posting if isinstance(subject, Job) else subject
    named = unicodedata.name(character, f"U+{ord(character):04X}").lower()
    what = f"no picture for sharing is drawn: no font of the theme has `{character}` ({named})"
    hint = "nothing to do, unless you can write it in another way or bring a font that has it"
    return Diagnostic(codes.CARD_LEFT_OUT, what, hint, document.spans.at("title"))
