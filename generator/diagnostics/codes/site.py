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

PALE_ACCENT = Code(
    "SC002",
    "pale-accent",
    Severity.WARNING,
    """Words in the accent, such as links, are hard to read on a light page, and so are white words on it,
such as those of the apply button: WCAG 2.2 asks for a contrast of 4.5:1 (1.4.3, level AA). Browsers
since 2024 let the default theme take shades from the accent that are easy to read; older ones show it
as it is, and a theme of your own may as well.

    theme:
      accent: "#f6b73c"      has 1.58:1
      accent: "#8d671e"      works: the same colour with less light""",
)

DEPLOY_KIND = Code(
    "SC003",
    "unclear-deploy-target",
    Severity.ERROR,
    """Each entry of `deploy` says one place: `branch`, `rsync`, `folder` or `bucket`.

    deploy:
      - {branch: gh-pages, bucket: careers.example.com}   fails: which of the two?
      - {branch: gh-pages}                                works""",
)

DEPLOY_FIELD = Code(
    "SC004",
    "misplaced-deploy-field",
    Severity.ERROR,
    """A field of `deploy` stands with a kind of place that has no use for it: `remote` belongs to a
`branch`; `prefix`, `endpoint`, `region` and `cloudfront` belong to a `bucket`.

    deploy:
      - {branch: gh-pages, region: eu-north-1}              fails: a branch lies in no region
      - {bucket: careers.example.com, region: eu-north-1}   works""",
)

DEPLOY_NAME = Code(
    "SC005",
    "unusable-deploy-name",
    Severity.ERROR,
    """Where a site is deployed to several places, each has a name of its own, which `openings deploy NAME`
takes: up to 40 letters, digits, dots, hyphens and underscores.

    deploy:
      - {name: production, branch: gh-pages}
      - {name: staging, folder: /var/www/staging, url: "https://staging.example.com"}""",
)

DEPLOY_VALUE = Code(
    "SC006",
    "unusable-deploy-value",
    Severity.ERROR,
    """A place to deploy to is named in a way that can't be meant: with a hyphen at its beginning, which
programs take for an option; a branch, remote, bucket, region or distribution that can't be called that;
a folder that holds the site's own files, or one of a bucket that leads out of it; a host for rsync
without the colon behind it. No password is to stand there either: whoever can read the repository would
have it.

    branch: my pages      fails: no spaces
    prefix: ../careers    fails
    prefix: careers       works""",
)
