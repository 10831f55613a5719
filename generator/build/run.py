"""One build under way."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct

from generator.build.options import Options
from generator.build.output.sink import Former, Sink
from generator.build.reading import Content, Progress
from generator.build.source.theme_folder import ThemeFiles
from generator.build.source.workspace import Workspace
from generator.build.store.cache import Cache
from generator.build.store.keys import key
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.site_config import SiteConfig

_Ingredients = Mapping[str, bytes | str | Iterable[bytes | str]]


class Run(Struct, frozen=True):
    """What was asked for, what was found, and where things go.

    `problems` are those known so far; `build` makes a whole other build, to compare this one with.
    """

    workspace: Workspace
    options: Options
    cache: Cache
    sink: Sink
    progress: Progress
    content: Content
    config: SiteConfig
    theme: ThemeFiles
    today: date
    former: Former
    problems: tuple[Diagnostic, ...]
    build: Callable[[Workspace, Options, Sink], object]

    def key(self) -> bytes:
        """The digest of everything that the whole output depends on."""
        return key(*self.ingredients().values())

    def ingredients(self) -> _Ingredients:
        """Everything that the whole output depends on."""
        files = [part for path, file in self.content.files.items() for part in (path, file.digest)]
        return {
            **self._circumstances(),
            "engine": self.cache.engine,
            "theme": self.theme.digest,
            "files": files,
        }

    def model_key(self, theme_urls: Iterable[str], fonts: bytes = b"") -> bytes:
        """The digest of everything that the plan and the views of all pages depend on, but our own code.

        A cache is never used by other code than that which filled it.
        """
        return key(*self.model_ingredients(theme_urls, fonts).values())

    def model_ingredients(self, theme_urls: Iterable[str], fonts: bytes = b"") -> _Ingredients:
        """Everything that the plan and the views of all pages depend on."""
        files = [part for path, file in self.content.files.items() for part in (path, file.entry.metadata)]
        return {**self._circumstances(), "theme": theme_urls, "fonts": fonts, "metadata": files}

    def _circumstances(self) -> _Ingredients:
        drafts = "with drafts" if self.options.drafts else ""
        return {"address": self.config.url, "drafts": drafts, "day": self.today.isoformat()}
