"""A page that leads to another one."""

from generator.library.nodes import Category, Place
from generator.library.site import Job
from generator.model.documents import Article, Page
from generator.pages.data_views import RedirectView
from generator.pages.kit import Kit
from generator.pages.policy import content_security_policy
from generator.pages.redirects import Redirect


def redirect_view(redirect: Redirect, kit: Kit) -> RedirectView:
    """The page at a redirect's source, for hosts and readers that follow no rule."""
    plan, is_path = kit.plan, redirect.target.startswith("/")
    whole = plan.absolute(redirect.target) if is_path else redirect.target
    title, language = _title(redirect, kit)
    own = kit.frame.language
    return RedirectView(
        language=own,
        title=title or whole,
        title_language="" if language == own else language,
        url=plan.href(redirect.target, redirect.rest) if is_path else redirect.target,
        canonical=whole,
        policy=content_security_policy(plan.site.config),
    )


def _title(redirect: Redirect, kit: Kit) -> tuple[str, str]:
    """What the page is called that it leads to, where that has a name of its own, and in which language."""
    aim, own = redirect.aim, kit.frame.language
    match aim:
        case Job():
            return aim.posting.title, aim.posting.text_language
        case Category():
            return aim.name, own
        case Place():
            return kit.places.name(aim), own
        case Article() | Page():
            return aim.title, aim.identity.language
    return "", own
