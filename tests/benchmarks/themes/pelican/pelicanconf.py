"""Pelican's settings: the pages and feeds of a careers site, and none of the archives of a weblog."""

import json
from pathlib import Path

SITENAME = "Careers at Quillmere"
SITEURL = ""
ADDRESS = "https://careers.quillmere.example"
TAGLINE = "Instruments for rivers, weather and soil, and the people who read them."
DESCRIPTION = (
    "Quillmere builds gauges that stand in cold water for ten years and tell the truth the whole time. "
    "We make them, install them, repair them and answer the telephone when they ring."
)
TIMEZONE = "Europe/Oslo"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%-d %B %Y"

PATH = "content"
ARTICLE_PATHS = ["jobs"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
THEME = "theme"
THEME_STATIC_DIR = "assets"
PLUGIN_PATHS = ["."]
PLUGINS = ["careers"]

SLUGIFY_SOURCE = "basename"
ARTICLE_URL = "jobs/{slug}/"
ARTICLE_SAVE_AS = "jobs/{slug}/index.html"
TAG_URL = "{slug}/"
TAG_SAVE_AS = "{slug}/index.html"
TAG_REGEX_SUBSTITUTIONS: list[tuple[str, str]] = []  # a tag is a path, and keeps its slashes
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
DEFAULT_PAGINATION = 100
PAGINATED_TEMPLATES = {"jobs": None, "tag": None}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
DIRECT_TEMPLATES = ["index", "jobs", "categories", "locations", "articles", "404", "sitemap", "robots"]
JOBS_SAVE_AS, JOBS_URL = "jobs/index.html", "jobs/"
CATEGORIES_SAVE_AS, CATEGORIES_URL = "categories/index.html", "categories/"
LOCATIONS_SAVE_AS, LOCATIONS_URL = "locations/index.html", "locations/"
ARTICLES_SAVE_AS, ARTICLES_URL = "articles/index.html", "articles/"
SITEMAP_SAVE_AS = "sitemap.xml"
ROBOTS_SAVE_AS = "robots.txt"
FEED_DOMAIN = ADDRESS
FEED_ALL_ATOM = "feed.xml"
TAG_FEED_ATOM = "{slug}/feed.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

FORMATTED_FIELDS: list[str] = []
MARKDOWN = {
    "extensions": ["markdown.extensions.toc"],  # ids for headings; `smarty` would take a quarter more time
    "output_format": "html5",
}
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

NODES = json.loads((Path(__file__).parent / "nodes.json").read_text("utf-8"))
