"""Sites whose themes the kit shows."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.build.options import Options
from generator.preview.kit.kit import Kit
from generator.preview.kit.stage import BASE
from generator.preview.site.studio import Studio
from tests.builders import SITE, write_site
from tests.docs.test_themes import THEME
from tests.preview.desk.serving import Preview
from tests.sample import AS_OF

PAPER = f"{SITE}theme: {{name: paper, accent: '#1f6f54'}}\n"
DEFAULT = f"{SITE}theme: {{name: default, accent: '#8a2c4f'}}\n"

Opening = Callable[..., tuple[Studio, Kit]]


def write_theme(root: Path, files: Mapping[str, str] = THEME) -> None:
    """The theme that docs/themes.md builds up, or a part of it."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opening]:
    """Opens a site with settings, such as `DEFAULT`, on a day."""
    studios: list[Studio] = []

    def opened(config: str = DEFAULT, **options: object) -> tuple[Studio, Kit]:
        write_theme(write_site(tmp_path, config=config))
        studio = Studio(tmp_path, Options(**{"as_of": AS_OF, **options}))  # type: ignore[arg-type]
        studios.append(studio)
        studio.look()
        return studio, Kit(studio)

    yield opened
    for studio in studios:
        studio.close()


@pytest.fixture(params=[DEFAULT, PAPER], ids=["default", "paper"])
def kit(request: pytest.FixtureRequest, opened: Opening) -> Kit:
    """The kit of each theme."""
    return opened(request.param)[1]


@contextmanager
def served(root: Path, studio: Studio) -> Iterator[str]:
    """The address of the kit of a site, which is served as the preview does it."""
    preview = Preview(root, studio)
    preview.start()
    try:
        yield f"{preview.url}{BASE}"
    finally:
        studio.close()
        preview.stop()


@pytest.fixture
def address(opened: Opening, tmp_path: Path) -> Iterator[str]:
    """Where the kit of the theme that ships is served."""
    with served(tmp_path, opened()[0]) as url:
        yield url
