"""The specimen sites' files, as if they had been written for the day that it is."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from generator.build.options import Options
from generator.build.source.workspace import open_workspace
from generator.model.documents import Document, Posting
from generator.model.files import STATIC_FOLDER
from generator.model.published import UrlsLock
from generator.model.site_config import SiteConfig
from generator.preview.site.stock import Item, Stock, next_stock

_FOLDER = Path(__file__).parent / "specimens"
# The day for which their dates are written.
_WRITTEN = date(2030, 6, 15)
# One posting stands for so many that its list has a second page.
_MANY, _COPIED = 120, "content/postings/watch.md"
_ADDRESS = "https://kit.example"

T = TypeVar("T", bound=Struct)


def read_specimens(name: str) -> Stock:
    """The files of a specimen site as they lie in the package."""
    return next_stock(Stock(open_workspace(_FOLDER / name), {}), Options())


def as_if_today(stock: Stock, day: date, like: Stock, base_path: str) -> Stock:
    """A specimen site on a day, with the theme, language, time zone and logo of the site that it is `like`.

    Its words stay English, and its postings say so.
    """
    own, site = stock.config, like.config
    assert own is not None
    assert site is not None
    config = _dressed(own, site, base_path)
    items = dict(_moved(stock, day - _WRITTEN, config))
    logo = f"{STATIC_FOLDER}/{config.logo.lstrip('/')}"
    if logo in like.items:
        items[logo] = like.items[logo]
    return replace(stock, items=items)


def _dressed(own: SiteConfig, site: SiteConfig, base_path: str) -> SiteConfig:
    return replace(
        own,
        url=_ADDRESS + base_path,
        theme=site.theme,
        language=site.language,
        languages=(site.language,),
        time_zone=site.time_zone,
        logo=site.logo,
        other_hosts=site.other_hosts,
    )


def _moved(stock: Stock, time: timedelta, config: SiteConfig) -> Iterator[tuple[str, Item]]:
    for path, item in stock.items.items():
        value = item.value
        if isinstance(value, SiteConfig):
            yield path, replace(item, value=config)
        elif isinstance(value, UrlsLock):
            entries = tuple(_later(entry, time) for entry in value.entries)
            yield path, replace(item, value=UrlsLock(entries))
        elif isinstance(value, Document):
            document = _in_language(_later(value, time), config.language)
            yield from _items(path, item, document)
        else:
            yield path, item


def _items(path: str, item: Item, document: Document) -> Iterator[tuple[str, Item]]:
    """The document under its path, and its copies if it stands for many."""
    yield path, replace(item, value=document)
    if path == _COPIED and isinstance(document, Posting):
        for number in range(2, _MANY + 1):
            stem = f"{document.identity.stem}-{number}"
            own = path.replace(document.identity.stem, stem)
            copy = replace(
                document,
                identity=replace(document.identity, stem=stem),
                spans=replace(document.spans, path=own),
                id=stem,
                title=f"{document.title}, Pier {number}",
            )
            yield own, replace(item, value=copy)


def _in_language(document: Document, language: str) -> Document:
    """A document among those in a site's own language; postings alone can say that their words aren't."""
    own = {"language": document.text_language} if isinstance(document, Posting) else {}
    return replace(document, identity=replace(document.identity, language=language), **own)


def _later(value: T, time: timedelta) -> T:
    """The same with all its days so much later."""
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    return replace(value, **{name: day + time for name, day in held.items() if isinstance(day, date)})
