"""Home, the list of all jobs, and the page for addresses that lead nowhere."""

from generator.pages.formats import count
from generator.pages.lists import article_cards, category_entries, job_list, job_row, place_entries
from generator.pages.plan import Page, Plan
from generator.pages.views import CategoryEntry, Frame, Head, HomeView, JobsView, NotFoundView

_NEWEST = 8
_ARTICLES = 3


def home_view(page: Page, plan: Plan, frame: Frame, head: Head) -> HomeView:
    """`/`."""
    site, language = plan.site, page.language
    return HomeView(
        frame=frame,
        head=head,
        tagline=site.config.tagline,
        description=site.config.description,
        total=count(len(site.open_jobs), language),
        categories=_hiring(page, plan),
        places=tuple(entry for entry in place_entries((), plan, language) if entry.count.number),
        newest=tuple(job_row(job, plan, language) for job in site.open_jobs[:_NEWEST]),
        articles=article_cards(site.articles[:_ARTICLES], plan, language),
    )


def jobs_view(page: Page, plan: Plan, frame: Frame, head: Head) -> JobsView:
    """`/jobs/` and its further pages."""
    return JobsView(frame, head, job_list(plan.site.open_jobs, page, plan))


def not_found_view(page: Page, plan: Plan, frame: Frame, head: Head) -> NotFoundView:
    """`/404.html`."""
    return NotFoundView(frame, head, _hiring(page, plan))


def _hiring(page: Page, plan: Plan) -> tuple[CategoryEntry, ...]:
    """The top categories that have an open job."""
    entries = category_entries((), plan, page.language)
    return tuple(entry for entry in entries if entry.count.number)
