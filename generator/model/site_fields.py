"""The field table of site.yaml."""

from generator.model import plain
from generator.model.fields import CONTACT_KIND
from generator.model.kinds import Choice, Either, Field, Free, Group, ListOf
from generator.model.site_config import (
    Analytics,
    Company,
    Deployment,
    Feeds,
    Footer,
    IndeedFeed,
    Lifecycle,
    LinkedInFeed,
    LinkGroup,
    Links,
    OtherHosts,
    Policies,
    Search,
    Theme,
)
from generator.model.values import Link, Redirection
from generator.model.vocabulary import HOST, POLICY, REQUIRABLE

LINK_KIND = Group(
    (
        Field("title", plain.TEXT, "The words to click.", "How we hire", required=True),
        Field(
            "to", plain.LINK, "Where it leads.", "/how-we-hire/", required=True, other_names=("url", "href")
        ),
    ),
    Link,
)

_COMPANY = Group(
    (
        Field(
            "name",
            plain.TEXT,
            "The employer's name; default: the site's. Kept for search engines and job boards.",
            "Example Ltd",
            default="",
        ),
        Field("website", plain.URL, "The company's own site.", "https://example.com", default=""),
        Field(
            "same_as",
            ListOf(plain.URL),
            "Its other official pages, for search engines.",
            "[https://…]",
            default=(),
        ),
        Field(
            "employees",
            plain.WHOLE_NUMBER,
            "How many people work for it in all; decides which rules on pay a posting may fall under.",
            "120",
        ),
    ),
    Company,
)

_THEME = Either(
    plain.TEXT,
    Group(
        (
            Field(
                "name", plain.TEXT, "A folder of `themes/`, or one that ships.", "default", default="default"
            ),
            Field("accent", plain.COLOUR, "The one accent colour.", '"#1f6f54"', default=""),
            Field("settings", Free(), "What else the theme understands.", "{}"),
        ),
        Theme,
    ),
)

_LINK_GROUP = Group(
    (
        Field("title", plain.TEXT, "The column's heading.", "Work here", required=True),
        Field("links", ListOf(LINK_KIND), "Its links.", "[]", default=()),
    ),
    LinkGroup,
)

_FOOTER = Group(
    (
        Field("groups", ListOf(_LINK_GROUP), "Columns of links.", "[]", default=()),
        Field("social", ListOf(LINK_KIND), "Social networks.", "[]", default=()),
        Field("legal", ListOf(LINK_KIND), "Privacy, imprint, terms.", "[]", default=()),
        Field("copyright", plain.TEXT, "The copyright line.", "© 2026 Example Ltd", default=""),
    ),
    Footer,
)

_LIFECYCLE = Group(
    (
        Field(
            "closing_soon",
            plain.DAYS,
            "Days before the last that count as closing soon.",
            "7 days",
            default=7,
        ),
        Field(
            "review_after",
            plain.DAYS,
            "Days without a change after which `openings list` asks for a look.",
            "90 days",
            default=90,
        ),
        Field(
            "keep_closed_for",
            plain.DAYS,
            "Days that a closed posting keeps its page; default: for ever.",
            "180 days",
        ),
        Field(
            "stale_after",
            plain.DAYS,
            "Days without a change after which an open posting gets a warning.",
            "180 days",
            default=180,
        ),
    ),
    Lifecycle,
)

_REDIRECTION = Group(
    (
        Field("from", plain.URL_PATH, "The address that people still have.", "/vacancies/", required=True),
        Field("to", plain.REDIRECT_TARGET, "Where they are led.", "/jobs/", required=True),
    ),
    Redirection,
)

_POLICIES = Group(
    (
        Field(
            "off",
            ListOf(Choice(POLICY)),
            "Checks to leave out, by name or code.",
            "[title-with-place]",
            default=(),
        ),
        Field(
            "require",
            ListOf(Choice(REQUIRABLE)),
            "Fields that every open posting has to have.",
            "[salary, closes]",
            default=(),
        ),
        Field(
            "words",
            ListOf(plain.WORDING),
            "Words that each open posting or its snippets have to hold.",
            '["equal opportunity | all backgrounds"]',
            default=(),
        ),
    ),
    Policies,
)

_SEARCH = Group(
    (
        Field(
            "synonyms",
            ListOf(plain.SYNONYMS),
            "Words that mean the same: who searches for one finds the others.",
            "developer, engineer, programmer",
            default=(),
        ),
    ),
    Search,
)

_ANALYTICS = Group(
    (
        Field(
            "script",
            plain.URL,
            "The script's address.",
            "https://stats.example.com/count.js",
            required=True,
        ),
        Field(
            "data",
            ListOf(plain.DATA_ATTRIBUTE),
            "What its tag tells it, as `data-` attributes.",
            "domain=careers.example.com",
            default=(),
        ),
        Field(
            "hosts",
            ListOf(plain.ORIGIN),
            "Other hosts that it reports to.",
            "https://collect.example.com",
            default=(),
        ),
    ),
    Analytics,
)

_OTHER_HOSTS = Group(
    tuple(
        Field(name, ListOf(plain.ORIGIN), f"Hosts of {what}.", f"https://{name}.example.com", default=())
        for name, what in (
            ("scripts", "scripts"),
            ("styles", "stylesheets"),
            ("pictures", "pictures"),
            ("fonts", "fonts"),
            ("media", "sound and video"),
            ("frames", "embedded pages"),
            ("connections", "what scripts talk to"),
        )
    ),
    OtherHosts,
)

_INDEED = Group(
    (
        Field(
            "email",
            plain.EMAIL,
            "Whom Indeed writes to, to check that the feed is yours.",
            "jobs@example.com",
            "/feeds/indeed.xml",
            required=True,
        ),
        Field("publisher", plain.TEXT, "Who makes the feed, if not you.", "Example Systems", default=""),
        Field("publisher_url", plain.URL, "Their own site.", "https://systems.example.com", default=""),
    ),
    IndeedFeed,
)

_LINKEDIN = Group(
    (
        Field(
            "company_id",
            plain.WHOLE_NUMBER,
            "The company's number: it stands in the address of its page's admin view.",
            "1234567",
            "/feeds/linkedin.xml",
            required=True,
        ),
        Field("email", plain.EMAIL, "Who posts the jobs.", "jobs@example.com", required=True),
    ),
    LinkedInFeed,
)

_FEEDS = Group(
    (
        Field("indeed", _INDEED, "Writes /feeds/indeed.xml.", "{email: jobs@example.com}"),
        Field(
            "linkedin",
            _LINKEDIN,
            "Writes /feeds/linkedin.xml.",
            "{company_id: 1234567, email: jobs@example.com}",
        ),
    ),
    Feeds,
)

_DEPLOYMENT = Group(
    (
        Field(
            "name",
            plain.TEXT,
            "What `openings deploy NAME` calls it.",
            "production",
            default="",
            other_names=("target",),
        ),
        Field(
            "branch",
            plain.TEXT,
            "A branch of a git repository, as GitHub Pages serves it.",
            "gh-pages",
            default="",
        ),
        Field(
            "remote", plain.TEXT, "The branch's repository, by its name in git.", "origin", default="origin"
        ),
        Field(
            "rsync",
            plain.TEXT,
            "A folder on a server, as rsync names it.",
            "www@example.com:/var/www/careers",
            default="",
        ),
        Field(
            "folder",
            plain.TEXT,
            "A folder on this machine, also from the site's.",
            "/var/www/careers",
            default="",
        ),
        Field(
            "bucket",
            plain.TEXT,
            "A bucket of S3-compatible storage; it needs `[s3]`.",
            "careers.example.com",
            default="",
        ),
        Field("prefix", plain.TEXT, "The folder in the bucket.", "careers", default=""),
        Field(
            "endpoint",
            plain.URL,
            "The storage's address, if it isn't Amazon's.",
            "https://s3.example.com",
            default="",
        ),
        Field("region", plain.TEXT, "Where the bucket lies.", "eu-north-1", default=""),
        Field(
            "cloudfront",
            plain.TEXT,
            "The CloudFront distribution that shows the bucket.",
            "E2QWRUHAPOMQZL",
            default="",
        ),
        Field(
            "url",
            plain.SITE_URL,
            "Where visitors find it; default: the site's `url`.",
            "https://staging.example.com",
            default="",
        ),
    ),
    Deployment,
)

_LINKS = Group(
    (
        Field(
            "skip",
            ListOf(plain.TEXT),
            "Hosts that aren't asked, also with the beginning of a path.",
            "[www.example.com/members/]",
            default=(),
        ),
    ),
    Links,
)

SITE = (
    Field("name", plain.TEXT, "The company's name as people say it.", "Example", "everywhere", required=True),
    Field(
        "url",
        plain.SITE_URL,
        "Where the site will live, with its folder if it has one.",
        "https://careers.example.com",
        "canonical links, sitemap",
        required=True,
    ),
    Field(
        "title", plain.TEXT, "The site's title; default: Careers at NAME.", "Work at Example", "", default=""
    ),
    Field(
        "tagline",
        plain.TEXT,
        "One sentence about why this company.",
        "Build things that last.",
        "home",
        default="",
    ),
    Field(
        "description", plain.TEXT, "Two or three sentences.", "We make…", "home, search engines", default=""
    ),
    Field(
        "time_zone",
        plain.TIME_ZONE,
        "Whose midnight opens and closes postings.",
        "Europe/Stockholm",
        default="UTC",
    ),
    Field("language", plain.LANGUAGE, "The site's main language.", "en", default="en"),
    Field("languages", ListOf(plain.LANGUAGE), "All languages, the main one too.", "[en, fr]", default=()),
    Field("company", _COMPANY, "The employer.", "{website: https://example.com}", "footer"),
    Field("logo", plain.ASSET, "A picture below `content/static/`.", "logo.svg", "header", default=""),
    Field("theme", _THEME, "The theme and its settings.", "default"),
    Field(
        "open_application",
        plain.LINK,
        "Where people apply without a posting.",
        "https://ats.example.com/open",
        "home, empty lists",
        default="",
    ),
    Field(
        "adjustments",
        CONTACT_KIND,
        "Whom to ask for adjustments to the hiring process.",
        "access@example.com",
        "postings",
    ),
    Field("include", ListOf(plain.STEM), "Snippets for every posting.", "[benefits]", "postings", default=()),
    Field(
        "navigation",
        ListOf(Either(plain.NAVIGATION, LINK_KIND)),
        "The header's links; default: everything there is.",
        "[categories, locations, students]",
        "header",
        default=(),
    ),
    Field("footer", _FOOTER, "The bottom of every page.", "{copyright: © 2026 Example}", "footer"),
    Field(
        "cards",
        plain.YES_NO,
        "Whether a picture for sharing is drawn for each posting, article and page; it needs `[cards]`.",
        "no",
        "where links are shared",
        default=False,
    ),
    Field(
        "redirects",
        ListOf(_REDIRECTION),
        "Addresses of an earlier site, and where each leads now.",
        "{from: /vacancies/, to: /jobs/}",
        default=(),
    ),
    Field(
        "hosts",
        ListOf(Choice(HOST)),
        "Where the site is served (docs/hosts.md); default: the files of all hosts are written.",
        "[netlify]",
        "`_redirects`, `_headers`, `vercel.json`, `staticwebapp.config.json`",
        default=(),
    ),
    Field(
        "feeds",
        _FEEDS,
        "Feeds for job boards; see docs/feeds.md. Those for people are always there.",
        "{indeed: {email: jobs@example.com}}",
    ),
    Field("lifecycle", _LIFECYCLE, "Numbers of days.", "{closing_soon: 7 days}"),
    Field(
        "policies",
        _POLICIES,
        "What is asked of postings (docs/policies.md).",
        "{require: salary}",
    ),
    Field("search", _SEARCH, "What the job search knows.", '{synonyms: "hr,people"}', "jobs"),
    Field(
        "apply_parameters",
        ListOf(plain.PARAMETER),
        "Parameters of a visit's address that links to apply take along.",
        "[source, utm_*]",
        "postings",
        default=(),
    ),
    Field(
        "analytics",
        _ANALYTICS,
        "Another host's script that counts visits.",
        "{script: https://stats.example.com/count.js}",
    ),
    Field(
        "other_hosts",
        _OTHER_HOSTS,
        "Hosts besides the site's own that pages may load from; default: none.",
        "{media: https://media.example.com}",
        "the Content-Security-Policy",
    ),
    Field(
        "deploy",
        ListOf(_DEPLOYMENT),
        "Where `openings deploy` sends the site (docs/deploying.md).",
        "{branch: gh-pages}",
        default=(),
    ),
    Field(
        "links",
        _LINKS,
        "What `openings check --links` does (docs/checking-links.md).",
        "{skip: [www.example.com]}",
    ),
)
