"""What is written for job boards."""

from generator.model.values import Value
from generator.pages.views import BodyView, SnippetView


class IndeedJob(Value, frozen=True):
    """A posting at one of its places; links and pictures of its words are whole addresses.

    `reference` tells the two from every other, `requisition` only the posting. A job done from anywhere in
    a country has `Remote` as its city.
    """

    title: str
    url: str
    reference: str
    requisition: str
    company: str
    city: str
    state: str
    country: str
    postal_code: str
    street: str
    salary: str
    employment: tuple[str, ...]
    categories: tuple[str, ...]
    education: tuple[str, ...]
    experience: str
    remote: str
    posted: str
    closes: str
    body: BodyView
    snippets: tuple[SnippetView, ...]


class IndeedView(Value, frozen=True, tag=True):
    """`/feeds/indeed.xml`: the open postings at each of their places, newest first.

    `updated` is the first moment of its day (RFC 3339), empty where nothing was ever open.
    """

    publisher: str
    publisher_url: str
    updated: str
    employer: str
    email: str
    jobs: tuple[IndeedJob, ...]


class LinkedInPay(Value, frozen=True):
    """Pay as LinkedIn takes it: amounts in digits, the period in its words."""

    minimum: str
    maximum: str
    currency: str
    period: str


class LinkedInJob(Value, frozen=True):
    """A posting as LinkedIn takes it, its codes LinkedIn's; links of its words are whole addresses."""

    id: str
    title: str
    company: str
    apply_url: str
    location: str
    city: str
    state: str
    country: str
    postal_code: str
    workplace: str
    level: str
    employment: str
    skills: tuple[str, ...]
    pay: LinkedInPay | None
    posted: str
    closes: str
    body: BodyView
    snippets: tuple[SnippetView, ...]


class LinkedInView(Value, frozen=True, tag=True):
    """`/feeds/linkedin.xml`: the open postings that LinkedIn takes, newest first; `updated` as for Indeed."""

    publisher: str
    publisher_url: str
    updated: str
    company_id: int
    email: str
    jobs: tuple[LinkedInJob, ...]
