"""The specimens' files on a day."""

from datetime import date, timedelta
from pathlib import Path

from generator.build.options import Options
from generator.build.source.workspace import open_workspace
from generator.library.assemble import assemble
from generator.library.site import Site, State
from generator.preview.kit.specimen import as_if_today, read_specimens
from generator.preview.site.stock import Stock, next_stock
from tests.builders import SITE, write_site

_DAY = date(2027, 2, 28)


def _stock(root: Path, config: str = SITE, name: str = "full", day: date = _DAY) -> Stock:
    like = next_stock(Stock(open_workspace(write_site(root, config=config)), {}), Options())
    return as_if_today(read_specimens(name), day, like, "/kit")


def _site(stock: Stock, day: date = _DAY) -> Site:
    assert stock.config
    return assemble(stock.documents, stock.config, day, True, stock.lock)[0]


def _states(site: Site) -> dict[str, State]:
    return {job.posting.identity.stem: job.standing.state for job in site.jobs}


def test_states_are_the_same_on_every_day(tmp_path: Path) -> None:
    states = _states(_site(_stock(tmp_path)))
    assert states == _states(_site(_stock(tmp_path, day=date(2041, 7, 1)), date(2041, 7, 1)))
    assert set(states.values()) == set(State)
    assert states["last-days"] is State.OPEN


def test_last_days_are_near_on_every_day(tmp_path: Path) -> None:
    (soon,) = (job for job in _site(_stock(tmp_path)).jobs if job.standing.is_closing_soon)
    assert soon.posting.closes == _DAY + timedelta(days=2)


def test_nothing_is_posted_after_today(tmp_path: Path) -> None:
    assert max(job.posting.posted for job in _site(_stock(tmp_path)).jobs) <= _DAY


def test_one_list_has_more_than_a_hundred_rows_and_one_has_one(tmp_path: Path) -> None:
    site = _site(_stock(tmp_path))
    rows = {category.name: len(site.jobs_in(category)) for category in site.categories}
    assert rows["Watch"] > 100
    assert rows["Kitchen"] == 1
    assert rows["Fog"] == 0


def test_bare_site_has_nothing(tmp_path: Path) -> None:
    assert not list(_stock(tmp_path, name="bare").documents)


def test_specimens_take_on_what_the_site_has_chosen(tmp_path: Path) -> None:
    chosen = "language: de\ntime_zone: Europe/Berlin\ntheme: {name: default, accent: '#123456'}\n"
    stock = _stock(tmp_path, SITE + chosen)
    assert stock.config
    assert (stock.config.language, stock.config.time_zone) == ("de", "Europe/Berlin")
    assert stock.config.theme.accent == "#123456"
    assert stock.config.name != "Example"


def test_postings_say_that_their_words_are_english_on_a_site_in_another_language(tmp_path: Path) -> None:
    jobs = _site(_stock(tmp_path, f"{SITE}language: de\n")).jobs
    languages = {job.posting.identity.stem: job.posting.text_language for job in jobs}
    assert languages["cook"] == "en"
    assert languages["night-keeper"] == "ar"
