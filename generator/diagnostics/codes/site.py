"""SC: what is wrong with site.yaml."""

from generator.diagnostics.diagnostic import Code, Severity

SITE_URL = Code(
    "SC001",
    "unusable-site-url",
    Severity.ERROR,
    """`url` is where the finished site will live: scheme, host, and its folder if it has one. All links to
the site in feeds and search engines begin with it.

    url: careers.example.com                    fails: begin with https://
    url: https://careers.example.com/?lang=en   fails: nothing behind the path
    url: https://careers.example.com            works
    url: https://example.github.io/careers      works""",
)
