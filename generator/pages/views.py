"""What a theme sees: one frozen view a page, and nothing else. This file is the theme API.

Text that depends on the page's language (dates, money, countries) arrives formatted; words of the
interface come from the theme's own catalogue by their codes.
"""

from collections.abc import Iterator

from msgspec import Struct

from generator.model.values import Value
from generator.pages.schema_org import Thing


class DateText(Value, frozen=True):
    """A day: `iso` for `<time datetime>`, `text` in the page's language."""

    iso: str
    text: str


class Count(Value, frozen=True):
    """How many: the number, its digits in the page's language, and its plural form (CLDR: one, other …)."""

    number: int
    text: str
    form: str


class LinkView(Value, frozen=True):
    """A link: its text, or the code of a word in the theme's catalogue where the site gave none."""

    url: str
    text: str = ""
    word: str = ""
    is_external: bool = False


class Picture(Value, frozen=True):
    """A picture: `alt` is empty for mere decoration; width and height in pixels, 0 where unknown."""

    url: str
    alt: str = ""
    width: int = 0
    height: int = 0


class BodyView(Value, frozen=True):
    """A file's words: `{{ body | html }}` puts them in place. Empty when there are none.

    `source` is the file whose words they are; `attributes` are the resolved links and pictures, one for
    each of the text's references.
    """

    source: str = ""
    attributes: tuple[str, ...] = ()


class Extra(Struct, frozen=True):
    """The `x_…` fields by name without the prefix: text, tuples and further `Extra`."""

    fields: tuple[tuple[str, object], ...] = ()

    def __getitem__(self, name: str) -> object:
        """The field of that name; KeyError where there is none."""
        return dict(self.fields)[name]

    def __iter__(self) -> Iterator[str]:
        """The names, in the file's order."""
        return iter(name for name, _ in self.fields)

    def __len__(self) -> int:
        """How many fields there are."""
        return len(self.fields)


class LinkGroupView(Value, frozen=True):
    """A column of links with a heading."""

    title: str
    links: tuple[LinkView, ...]


class AnalyticsView(Value, frozen=True):
    """A script of another host that counts visits; `data` are names and values for `data-` attributes."""

    script: str
    data: tuple[tuple[str, str], ...]


class Frame(Value, frozen=True):
    """What stands round every page of one language; no posting's change can alter it.

    `assets` holds the addresses of all the theme's files by their names in `assets/`, `settings` what
    site.yaml asks of the theme. `home_url` is also where the files of `content/static/` lie. `policy` is the
    Content-Security-Policy; in `time_zone` the site's days begin and end; `apply_parameters` are the
    parameters of a visit's address that links to apply take along, perhaps with a star at the end.
    """

    language: str = ""
    direction: str = ""
    site_name: str = ""
    site_title: str = ""
    description: str = ""
    home_url: str = ""
    jobs_url: str = ""
    categories_url: str = ""
    locations_url: str = ""
    saved_url: str = ""
    logo: Picture | None = None
    navigation: tuple[LinkView, ...] = ()
    footer_groups: tuple[LinkGroupView, ...] = ()
    social: tuple[LinkView, ...] = ()
    legal: tuple[LinkView, ...] = ()
    copyright: str = ""
    company_url: str = ""
    open_application: LinkView | None = None
    stylesheets: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    assets: Extra = Extra()
    settings: Extra = Extra()
    policy: str = ""
    time_zone: str = ""
    analytics: AnalyticsView | None = None
    apply_parameters: tuple[str, ...] = ()
    generator: str = ""


class FeedLink(Value, frozen=True):
    """A feed that tells what is new: `about` is `jobs`, `category`, `place` or `articles`, `name` whose."""

    url: str
    about: str
    name: str = ""


class Head(Value, frozen=True):
    """What a page says of itself: `section` is the navigation URL it belongs under.

    `card` is the picture that stands for the page where its link is shared, by its whole address. `feeds`
    begins with the feed of all jobs; the last is the one nearest to what the page shows. `structured` is what
    the filter `structured` tells search engines, besides the breadcrumbs.
    """

    canonical: str
    section: str = ""
    is_indexed: bool = True
    previous_url: str = ""
    next_url: str = ""
    card: Picture | None = None
    structured: tuple[Thing, ...] = ()
    feeds: tuple[FeedLink, ...] = ()


class PageLink(Value, frozen=True):
    """One number of a paged list; `is_after_gap` where pages before it are left out."""

    number: Count
    url: str
    is_current: bool
    is_after_gap: bool = False


class Pagination(Value, frozen=True):
    """Where a page stands in its list; `pages` is empty when one page holds it all.

    Of more than nine, `pages` has the first, the last, and those near this one.
    """

    number: Count
    total: Count
    previous_url: str = ""
    next_url: str = ""
    pages: tuple[PageLink, ...] = ()


class SalaryView(Value, frozen=True):
    """Pay: `amount` as money in the page's language, `per` a code (hour … year)."""

    amount: str
    per: str
    note: str = ""


class DurationView(Value, frozen=True):
    """A length of time in its largest whole unit: `year` or `month`."""

    number: Count
    unit: str


class TermView(Value, frozen=True):
    """How long the contract runs: without end, or for a time; None where it ends and nobody says when."""

    is_permanent: bool
    length: DurationView | None = None


class JobRow(Value, frozen=True):
    """A posting in a list; `salaries` holds its pay, or its places' own: one for each currency and period."""

    title: str
    url: str
    language: str
    category: str
    places: tuple[str, ...]
    remote: str
    employment: tuple[str, ...]
    salaries: tuple[SalaryView, ...]
    posted: DateText
    closes: DateText | None
    is_closing_soon: bool
    summary: str


class JobList(Value, frozen=True):
    """One page of a list of open postings; `total` counts all pages."""

    rows: tuple[JobRow, ...]
    total: Count
    pagination: Pagination


class JobGroup(Value, frozen=True):
    """The postings of one top category on a page of the list of all.

    A posting stands once, under its first category. `is_continued` says that a page before this one has
    the first of them.
    """

    name: str
    url: str
    is_continued: bool
    rows: tuple[JobRow, ...]


class FacetChoice(Value, frozen=True):
    """One choice of a filter: its value in the search's address, and how many open jobs it finds by itself.

    Its text is `label`, or the catalogue's word of the code `word`, with `label` for its `{name}`. One
    without a value is the heading of those below it, and nothing to choose.
    """

    value: str
    count: Count
    label: str = ""
    word: str = ""
    children: tuple["FacetChoice", ...] = ()


class Facet(Value, frozen=True):
    """A filter of the search: `name` is its parameter in the address.

    Of category, place, employment, level, posted, salary, those that have a choice today.
    """

    name: str
    choices: tuple[FacetChoice, ...]


class CategoryEntry(Value, frozen=True):
    """A category in a list, with its open postings counted at and below it."""

    name: str
    url: str
    count: Count
    summary: str = ""
    picture: Picture | None = None
    children: tuple["CategoryEntry", ...] = ()


class PlaceEntry(Value, frozen=True):
    """A country or city in a list; `region` is a heading within a country, `children` its cities."""

    name: str
    url: str
    count: Count
    region: str = ""
    has_office: bool = False
    children: tuple["PlaceEntry", ...] = ()


class MapDot(Value, frozen=True):
    """A city on the map of the world, by its jobs: middle and radius in units of the map's view box."""

    x: float
    y: float
    radius: float
    name: str
    url: str
    count: Count


class ArticleCard(Value, frozen=True):
    """An article in a list."""

    title: str
    url: str
    language: str
    author: str
    date: DateText
    summary: str
    minutes: Count
    picture: Picture | None


class SimilarJob(Value, frozen=True):
    """A row of the similar-jobs table."""

    title: str
    url: str
    language: str
    categories: tuple[LinkView, ...]
    places: tuple[LinkView, ...]
    remote: str
    closes: DateText | None


class PlaceFact(Value, frozen=True):
    """One place of a posting, with its own pay and way to apply where it has them.

    `region` is empty where the link's text says it; `address` are street and postal code, if known.
    """

    link: LinkView
    region: str = ""
    address: tuple[str, ...] = ()
    apply_url: str = ""
    salary: SalaryView | None = None


class SnippetView(Value, frozen=True):
    """Shared words below a posting."""

    title: str
    body: BodyView


class ContactView(Value, frozen=True):
    """Somebody to write to; `mail_url` begins with `mailto:`."""

    name: str
    email: str
    mail_url: str
    phone: str
    phone_url: str
    url: str


class HomeView(Value, frozen=True, tag=True):
    """`/`."""

    frame: Frame
    head: Head
    tagline: str
    description: str
    total: Count
    categories: tuple[CategoryEntry, ...]
    places: tuple[PlaceEntry, ...]
    map_dots: tuple[MapDot, ...]
    newest: tuple[JobRow, ...]
    articles: tuple[ArticleCard, ...]


class JobsView(Value, frozen=True, tag=True):
    """`/jobs/` and its further pages: by top category in the tree's order, the newest first in each.

    `groups` are the rows of `jobs` once more, under their categories. `facets` are on the first page only;
    `index_url` is where the search's script finds the open jobs.
    """

    frame: Frame
    head: Head
    jobs: JobList
    groups: tuple[JobGroup, ...]
    facets: tuple[Facet, ...]
    index_url: str


class JobView(Value, frozen=True, tag=True):
    """`/jobs/<stem>/`: `state` is open, upcoming, on-hold, closed or draft; `reason` says why it is closed.

    `reason` is `date`, `filled` or `closed`. `slug` tells the posting from every other. `apply_url` is
    empty unless somebody can apply. `categories` and `breadcrumbs` go from general to specific. `closes`
    is a day that still counts: none while on hold, nor where the posting was closed before it. `start` is
    as it was written, `start_day` the same where it is a day. `company` is the employer's own name.
    `more_categories` and `more_places` are those of its own that have other open postings.
    """

    frame: Frame
    head: Head
    slug: str
    url: str
    title: str
    language: str
    state: str
    reason: str
    is_closing_soon: bool
    breadcrumbs: tuple[LinkView, ...]
    categories: tuple[tuple[LinkView, ...], ...]
    places: tuple[PlaceFact, ...]
    remote: str
    remote_from: tuple[str, ...]
    is_anywhere: bool
    employment: tuple[str, ...]
    term: TermView | None
    salary: SalaryView | None
    hours: str
    start: str
    start_day: DateText | None
    positions: Count | None
    team: str
    level: str
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    education: tuple[str, ...]
    experience: DurationView | None
    company: str
    requisition: str
    posted: DateText
    opens: DateText | None
    updated: DateText | None
    closes: DateText | None
    summary: str
    picture: Picture | None
    body: BodyView
    snippets: tuple[SnippetView, ...]
    apply_url: str
    is_apply_by_mail: bool
    contact: ContactView | None
    adjustments: ContactView | None
    similar: tuple[SimilarJob, ...]
    more_categories: tuple[LinkView, ...]
    more_places: tuple[LinkView, ...]
    articles: tuple[ArticleCard, ...]
    extra: Extra


class CategoriesView(Value, frozen=True, tag=True):
    """`/categories/`: all top categories with their children."""

    frame: Frame
    head: Head
    categories: tuple[CategoryEntry, ...]


class CategoryView(Value, frozen=True, tag=True):
    """A category's page and its further pages; words and picture only on the first."""

    frame: Frame
    head: Head
    name: str
    breadcrumbs: tuple[LinkView, ...]
    summary: str
    picture: Picture | None
    body: BodyView
    children: tuple[CategoryEntry, ...]
    neighbours: tuple[CategoryEntry, ...]
    jobs: JobList
    articles: tuple[ArticleCard, ...]
    extra: Extra


class LocationsView(Value, frozen=True, tag=True):
    """`/locations/`: all countries with their cities."""

    frame: Frame
    head: Head
    countries: tuple[PlaceEntry, ...]
    map_dots: tuple[MapDot, ...]
    remote_total: Count


class PlaceView(Value, frozen=True, tag=True):
    """A country's or city's page and its further pages; `country` is empty on a country's own page.

    `full_name` tells the place from every other: the city, its region if need be, its country.
    """

    frame: Frame
    head: Head
    name: str
    full_name: str
    region: str
    country: str
    breadcrumbs: tuple[LinkView, ...]
    summary: str
    picture: Picture | None
    body: BodyView
    street: str
    postal_code: str
    time_zone: str
    children: tuple[PlaceEntry, ...]
    neighbours: tuple[PlaceEntry, ...]
    jobs: JobList
    articles: tuple[ArticleCard, ...]
    extra: Extra


class ArticlesView(Value, frozen=True, tag=True):
    """`/articles/`."""

    frame: Frame
    head: Head
    articles: tuple[ArticleCard, ...]


class ArticleView(Value, frozen=True, tag=True):
    """`/articles/<stem>/`: `lead` is the summary as written, `summary` falls back to the opening words."""

    frame: Frame
    head: Head
    title: str
    language: str
    breadcrumbs: tuple[LinkView, ...]
    author: str
    date: DateText
    updated: DateText | None
    minutes: Count
    lead: str
    summary: str
    picture: Picture | None
    body: BodyView
    jobs: tuple[JobRow, ...]
    categories: tuple[LinkView, ...]
    places: tuple[LinkView, ...]
    others: tuple[ArticleCard, ...]
    extra: Extra


class WordsView(Value, frozen=True, tag=True):
    """Any other page: `lead` and `summary` as in an article, `jobs` None where its file asks for no list."""

    frame: Frame
    head: Head
    title: str
    language: str
    lead: str
    summary: str
    picture: Picture | None
    body: BodyView
    jobs: JobList | None
    extra: Extra


class SavedView(Value, frozen=True, tag=True):
    """`/saved/`: what a visitor's own browser keeps, so that only a script can fill it.

    `index_url` is where the script finds the open jobs.
    """

    frame: Frame
    head: Head
    index_url: str


class NotFoundView(Value, frozen=True, tag=True):
    """`/404.html`."""

    frame: Frame
    head: Head
    categories: tuple[CategoryEntry, ...]


class StyleView(Value, frozen=True):
    """What a stylesheet template of the theme sees: the site's choices."""

    accent: str
    settings: Extra


class CardColours(Value, frozen=True):
    """The colours of a picture for sharing: words in `ink`, `soft` and `accent_ink` can be read on `paper`.

    `accent` is the site's own, or the one of the theme that ships; `on_accent` can be read on it.
    """

    paper: str
    ink: str
    soft: str
    line: str
    accent: str
    accent_ink: str
    on_accent: str


class Mark(Value, frozen=True):
    """The site's logo on pictures for sharing: `{{ mark | data }}` is the address that holds it all."""

    digest: str
    width: int
    height: int


class TextLines(Value, frozen=True):
    """A text in lines, and the size of letters at which they fit: what the filter `fitted` makes."""

    size: int
    lines: tuple[str, ...]


class CardView(Value, frozen=True, tag=True):
    """A picture for sharing: `about` is `job`, `article` or `page`.

    `direction` is that of the title. `places` and `employment` are a posting's, `author` an article's.
    """

    about: str
    title: str
    language: str
    direction: str
    places: tuple[str, ...]
    remote: str
    employment: tuple[str, ...]
    author: str
    site_name: str
    mark: Mark | None
    colours: CardColours
    settings: Extra


HtmlView = (
    HomeView
    | JobsView
    | JobView
    | CategoriesView
    | CategoryView
    | LocationsView
    | PlaceView
    | ArticlesView
    | ArticleView
    | WordsView
    | SavedView
    | NotFoundView
)
