"""What files are kept as; the type checker knows no type of a union."""

from typing import Any

from generator.model.documents import Document
from generator.model.site_config import SiteConfig

# A file that can't be understood has none.
DOCUMENT: Any = Document | None
CONFIG: Any = SiteConfig | None
