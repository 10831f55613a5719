"""What site.yaml says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from generator.model.documents import Spans
from generator.model.values import Contact, Link


@dataclass(frozen=True, slots=True)
class Company:
    """The employer as structured data knows it; `name` defaults to the site's."""

    name: str = ""
    website: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """Which theme, and what the site asks of it."""

    name: str = "default"
    accent: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A column of links in the footer."""

    title: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands at the bottom of every page."""

    groups: tuple[LinkGroup, ...] = ()
    social: tuple[Link, ...] = ()
    legal: tuple[Link, ...] = ()
    copyright: str = ""


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Days: how long before its closing day a posting is "closing soon", and when to look at it again."""

    closing_soon: int = 7
    review_after: int = 90


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """The whole of site.yaml; `url` ends without a slash."""

    spans: Spans
    name: str
    url: str
    title: str = ""
    tagline: str = ""
    description: str = ""
    time_zone: str = "UTC"
    language: str = "en"
    languages: tuple[str, ...] = ()
    company: Company = Company()
    logo: str = ""
    theme: Theme = Theme()
    open_application: str = ""
    adjustments: Contact | None = None
    include: tuple[str, ...] = ()
    navigation: tuple[str | Link, ...] = ()
    footer: Footer = Footer()
    lifecycle: Lifecycle = Lifecycle()

    @property
    def base_path(self) -> str:
        """The path the site lives under, such as `/careers`; empty at a host's root."""
        return urlsplit(self.url).path.rstrip("/")
