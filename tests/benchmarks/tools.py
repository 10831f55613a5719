"""The generators that are compared, as values: what each reads, and how it is started."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.build.source.shipped import shipped_folder
from tests.benchmarks.corpus.records import AS_OF, Corpus
from tests.benchmarks.install import Programs
from tests.benchmarks.processes import Command
from tests.benchmarks.sites import eleventy, hugo, openings, pelican
from tests.benchmarks.sites.files import folder_files

OURS = "Openings"
THEMES = Path(__file__).parent / "themes"
_CACHED = ("-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", "GZIP_CACHE=false")


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator: its content and its theme as files, and `again`, the options of a second build."""

    name: str
    files: Callable[[Corpus], dict[str, str]]
    theme: Callable[[], dict[str, str]]
    job_template: str
    command: Callable[[Path, Path], tuple[str, ...]]
    cache: str = ""
    again: tuple[str, ...] = ()
    node_modules: Path | None = None

    def build(self, site: Path, output: Path, is_first: bool) -> Command:
        """The command that writes a site's pages to a folder."""
        return Command((*self.command(site, output), *(() if is_first else self.again)), site)


def tools(programs: Programs) -> tuple[Tool, ...]:
    """Every generator that is installed, ours before the others."""
    day = AS_OF.isoformat()
    return (
        Tool(
            OURS,
            openings.files,
            our_theme,
            "themes/bench/templates/job.html",
            lambda site, output: (*programs.openings, "build", "--as-of", day, "--output", str(output)),
            cache=".openings",
        ),
        Tool(
            "Hugo",
            hugo.files,
            lambda: _theme("hugo", "static/assets"),
            "layouts/jobs/page.html",
            lambda site, output: (*programs.hugo, "-d", str(output), "--clock", f"{day}T12:00:00Z"),
        ),
        Tool(
            "Pelican",
            pelican.files,
            lambda: _theme("pelican", "theme/static"),
            "theme/templates/article.html",
            lambda site, output: (*programs.pelican, "-s", str(site / "pelicanconf.py"), "-o", str(output)),
            cache="cache",
            again=_CACHED,
        ),
        *([_eleventy(programs)] if programs.eleventy else []),
    )


def _eleventy(programs: Programs) -> Tool:
    return Tool(
        "Eleventy",
        eleventy.files,
        lambda: _theme("eleventy", "assets"),
        "content/_includes/job.11ty.js",
        lambda site, output: (*programs.eleventy, f"--output={output}"),
        node_modules=programs.node_modules,
    )


def our_theme() -> dict[str, str]:
    """The theme that ships, but for what pictures for sharing are made with: none are."""
    theme = shipped_folder("themes") / "default"
    files = ((part, folder_files(theme / part)) for part in ("assets", "templates", "words"))
    return {f"themes/bench/{part}/{path}": text for part, texts in files for path, text in texts.items()}


def _theme(name: str, styles: str) -> dict[str, str]:
    """A theme of this folder, with our own style sheet, so that all pages ask for the same."""
    sheet = (shipped_folder("themes") / "default/assets/site.css").read_text("utf-8")
    accent = ":root { --accent: #1f6f54; }\n"
    return folder_files(THEMES / name) | {f"{styles}/site.css": sheet, f"{styles}/accent.css": accent}
