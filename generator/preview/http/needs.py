"""What is asked of the rest of the preview: the site to show, and who answers below `/__openings/`."""

from typing import Protocol

from generator.preview.http.messages import Request, Response
from generator.preview.site.files import File
from generator.preview.site.wish import Wish


class Edition(Protocol):
    """The site on one day; `base_path` is "" or like "/careers", the rules are texts of files for hosts."""

    base_path: str

    @property
    def header_rules(self) -> str:
        """The text of `_headers`."""

    @property
    def redirect_rules(self) -> str:
        """The text of `_redirects`."""

    def file(self, url: str) -> File | None:
        """What is at a decoded path from the site's root; PageError where it can't be made."""


class Studio(Protocol):
    """The newest state of the site; `version` grows with every change that a browser should hear of."""

    base: Wish
    is_closed: bool

    def edition(self, wish: Wish) -> Edition | None:
        """The site as somebody wishes to see it; None while there is nothing to show."""

    def version(self) -> int:
        """The number of the state."""

    def wait(self, known: int, timeout: float) -> int:
        """The number once it isn't `known` any more, the time (s) is over, or the studio is closed."""


class Desk(Protocol):
    """Who answers what belongs to the preview itself."""

    def answer(self, request: Request, wish: Wish) -> Response | None:
        """The answer to a request below `/__openings/`; None where nothing is there."""

    def waiting(self) -> Response:
        """The answer while there is nothing to show."""

    def failed(self, message: str) -> Response:
        """The answer in place of a page that can't be made."""

    def state(self, wish: Wish) -> bytes:
        """What the event stream tells: JSON on one line."""
