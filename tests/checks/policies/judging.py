"""What the policies say of postings, as names of codes."""

from datetime import date
from typing import Any

from generator.checks.policies.rules import policy_problems, switched_on
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.documents import Document
from tests.builders import DAY, make_config, make_site


def judged(*documents: Document, today: date = DAY, **config: Any) -> tuple[Diagnostic, ...]:
    """The problems of the documents that the site hasn't switched off."""
    site = make_site(*documents, today=today, **config)
    return switched_on(policy_problems(site), make_config(**config))


def names(*documents: Document, today: date = DAY, **config: Any) -> list[str]:
    """The names of their codes."""
    return [problem.code.name for problem in judged(*documents, today=today, **config)]
