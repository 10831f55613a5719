"""All policies over all postings, and which of them a site has switched off."""

from collections.abc import Iterable, Iterator

from generator.checks.policies.pay import pay_problems
from generator.checks.policies.texts import text_problems
from generator.checks.policies.titles import title_problems
from generator.checks.policies.upkeep import upkeep_problems
from generator.checks.policies.wide_pay import wide_pay_problems
from generator.diagnostics.diagnostic import Diagnostic
from generator.library.site import Site, State
from generator.model.site_config import SiteConfig

_JUDGED = (State.OPEN, State.UPCOMING)
_RULES = (title_problems, text_problems, upkeep_problems, pay_problems, wide_pay_problems)


def policy_problems(site: Site) -> Iterator[Diagnostic]:
    """What boards, laws and the site ask of postings that are open, or will be."""
    for job in site.jobs:
        if job.standing.state in _JUDGED:
            for rule in _RULES:
                yield from rule(job, site)


def switched_on(problems: Iterable[Diagnostic], config: SiteConfig) -> tuple[Diagnostic, ...]:
    """The problems without those of checks that the site has switched off."""
    off = frozenset(config.policies.off)
    return tuple(problem for problem in problems if problem.code.name not in off)
