"""The sites that are audited: the sample, and invented ones of any size, each built for its own address."""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.build.options import Options
from generator.build.reading import read_content
from generator.build.relating import relate
from generator.build.source.workspace import open_workspace
from generator.build.store.cache_folder import open_cache
from generator.library.site import Job
from generator.model.documents import Identity
from generator.pages import urls
from generator.pages.assets import Assets
from generator.pages.plan import Plan
from tests.audit.pages import AuditedPage, one_of_each
from tests.audit.server import SiteServer
from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.sites import openings
from tests.benchmarks.sites.files import write_changes
from tests.benchmarks.tools import our_theme
from tests.sample import AS_OF, ROOT


@dataclass(frozen=True, slots=True)
class AuditedSite:
    """A built site that is being served; `open_jobs` are the paths of all that can be applied for."""

    name: str
    address: str
    output: Path
    pages: tuple[AuditedPage, ...]
    open_jobs: frozenset[str] = frozenset()

    def page(self, type: str) -> AuditedPage | None:
        """The page of that type, if the site has one."""
        return next((page for page in self.pages if page.type == type), None)


def write_sample(folder: Path) -> None:
    """The sample's content, copied: a build leaves its records beside it."""
    shutil.copytree(ROOT / "content", folder / "content")


def write_generated(folder: Path, size: int) -> None:
    """The invented company of the benchmarks with so many postings, under the present theme."""
    write_changes({}, openings.files(corpus(size)) | our_theme(), folder)


@contextmanager
def audited(name: str, folder: Path) -> Iterator[AuditedSite]:
    """The site in a folder, built at the fixed day for the address at which it is then served."""
    output = folder / "output"
    with SiteServer(output) as server:
        _build(folder, output, server.address)
        plan = planned(folder)
        pages = one_of_each(plan.pages, output)
        open_jobs = frozenset(urls.escaped(urls.job_url(job.slug)) for job in plan.site.open_jobs)
        with server.running() as address:
            yield AuditedSite(name, address, output, pages, open_jobs)


def _build(folder: Path, output: Path, address: str) -> None:
    """Builds as people do, with the command, so that what is audited is what they get."""
    words = ("build", "--as-of", AS_OF.isoformat(), "--base-url", address, "--output", str(output))
    done = subprocess.run(
        (sys.executable, "-m", "generator", "-C", str(folder), *words), capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"the site could not be built:\n{done.stdout}{done.stderr}")


def planned(folder: Path) -> Plan:
    """Every page that the site in a folder has on the fixed day."""
    with open_cache(folder, is_kept=False) as (cache, _):
        content = read_content(open_workspace(folder), Options(jobs=1), cache)
        assert content.config
        related = relate(content.documents, content.config, AS_OF, Assets(content.static), similar=_unranked)
        return related.plan


def _unranked(jobs: tuple[Job, ...]) -> Mapping[Identity, tuple[Job, ...]]:
    """No similar jobs: which pages there are doesn't depend on them."""
    return {}
