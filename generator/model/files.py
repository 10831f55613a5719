"""The kinds of file in `content/`: where each lies and which fields it may have."""

from msgspec import Struct

from generator.model import fields
from generator.model.kinds import Field


class FileKind(Struct, frozen=True):
    """One kind of Markdown file; files in folders below `folder` belong to it too.

    `takes_extra` says whether fields of a site's own (`x_…`) may stand in it.
    """

    name: str
    folder: str
    fields: tuple[Field, ...]
    takes_extra: bool = True


POSTING = FileKind("posting", "content/postings", fields.POSTING)
CATEGORY = FileKind("category", "content/categories", fields.CATEGORY)
LOCATION = FileKind("location", "content/locations", fields.LOCATION)
ARTICLE = FileKind("article", "content/articles", fields.ARTICLE)
PAGE = FileKind("page", "content/pages", fields.PAGE)
SNIPPET = FileKind("snippet", "content/snippets", fields.SNIPPET, takes_extra=False)

FILE_KINDS = (POSTING, CATEGORY, LOCATION, ARTICLE, PAGE, SNIPPET)

SITE_FILE = "content/site.yaml"
LOCK_FILE = "content/urls.lock"
STATIC_FOLDER = "content/static"
# What was last taken over from each source of an import.
IMPORTS_FOLDER = "content/imports"


def kind_of(path: str) -> FileKind | None:
    """The kind of a Markdown file by its path from the site's folder, None for any other file."""
    is_text = path.endswith(".md")
    return next((k for k in FILE_KINDS if is_text and path.startswith(f"{k.folder}/")), None)
