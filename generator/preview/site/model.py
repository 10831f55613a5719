"""What all documents make together on one day, and what is wrong between them."""

from datetime import date
from functools import cached_property
from threading import Lock

from generator.build.laying_out import lay_out
from generator.diagnostics.diagnostic import Diagnostic
from generator.library.similar.on_demand import SimilarOnDemand
from generator.model.site_config import SiteConfig
from generator.pages.assets import Assets
from generator.pages.page import Page
from generator.pages.view import Viewer
from generator.preview.site.stock import Stock
from generator.preview.site.theming import Theming


class Model:
    """The site and its plan; it stays the same as long as only words are edited."""

    def __init__(self, stock: Stock, config: SiteConfig, theming: Theming, day: date, drafts: bool) -> None:
        assets = Assets(stock.static, theming.urls, theming.cards.assets)
        self.config, self.day, self.drafts = config, day, drafts
        self._laid = lay_out(stock.documents, config, day, assets, drafts, SimilarOnDemand, stock.lock)
        self.plan, self.site = self._laid.plan, self._laid.site
        self.viewer = Viewer(self.plan, config.language)
        self._judging = Lock()
        self._problems: tuple[Diagnostic, ...] | None = None

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages by their URLs."""
        return {page.url: page for page in self.plan.pages}

    @property
    def is_judged(self) -> bool:
        """Whether what is wrong between the files is known already."""
        return self._problems is not None

    def problems(self) -> tuple[Diagnostic, ...]:
        """What is wrong between the files; finding out takes as long as the model itself."""
        with self._judging:
            if self._problems is None:
                from generator.build.relating import judged  # brings all rules, and no page waits for them

                self._problems = judged(self._laid, self.drafts)
            return self._problems
