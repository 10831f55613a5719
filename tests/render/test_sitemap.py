"""Sitemaps are valid by sitemap.xsd of sitemaps.org (0.9); of siteindex.xsd they keep the rules."""

import re
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pytest
from xmlschema import XMLSchema, XMLSchemaValidationError

from generator.pages.assets import Assets
from generator.pages.plan import plan
from generator.pages.sitemap_parts import LIMITS, Limits
from generator.pages.view import Viewer
from generator.render.renderer import Renderer
from generator.render.theme import Theme
from tests.builders import make_article, make_category, make_page, make_posting, make_site

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "https://careers.example.com/a&b"


def _files(limits: Limits) -> dict[str, bytes]:
    site = make_site(
        make_posting("one", location=("São Paulo, Brazil",)),
        make_posting("two", category=("R & D / “Labs”",), updated=date(2026, 3, 9)),
        make_article("story"),
        make_page("students"),
        make_category("old", "Old"),
        url=SITE,
    )
    planned, _ = plan(site, Assets(), limits=limits)
    renderer, viewer = (
        Renderer(Theme("plain", "", {}, {}, {}), "en", lambda source: ()),
        Viewer(planned, "en"),
    )
    return {
        page.url: renderer.render(page.kind, viewer.view(page)).data
        for page in planned.pages
        if page.kind == "sitemap"
    }


@pytest.mark.parametrize("limits", [LIMITS, Limits(4), Limits(size=900)], ids=["one", "many", "small"])
def test_sitemap_has_the_elements_of_its_schema_in_their_order(limits: Limits) -> None:
    files = _files(limits)
    assert len(files) == 1 or len(files) > 3
    for data in files.values():
        root = ElementTree.fromstring(data)
        item = {f"{NAMESPACE}urlset": "url", f"{NAMESPACE}sitemapindex": "sitemap"}[root.tag]
        assert len(root) > 0
        assert {child.tag for child in root} == {NAMESPACE + item}
        for child in root:
            assert [part.tag for part in child] in (
                [f"{NAMESPACE}loc"],
                [f"{NAMESPACE}loc", f"{NAMESPACE}lastmod"],
            )


@pytest.mark.parametrize("limits", [LIMITS, Limits(4), Limits(size=900)], ids=["one", "many", "small"])
def test_sitemap_is_valid_by_its_schema(limits: Limits, sitemap_schema: XMLSchema) -> None:
    sitemaps = [data for data in _files(limits).values() if b"<urlset" in data]
    assert sitemaps
    for data in sitemaps:
        sitemap_schema.validate(BytesIO(data))
        with pytest.raises(XMLSchemaValidationError):
            sitemap_schema.validate(BytesIO(data.replace(b"loc>", b"lok>")))


@pytest.mark.parametrize("limits", [LIMITS, Limits(4)], ids=["one", "many"])
def test_addresses_are_whole_escaped_and_of_the_site_alone(limits: Limits) -> None:
    for data in _files(limits).values():
        for node in ElementTree.fromstring(data).iter(f"{NAMESPACE}loc"):
            address = node.text or ""
            assert address.startswith(f"{SITE}/")
            assert re.fullmatch(r"[!-~]{12,2048}", address)
            assert not set('<>"{}|\\^`') & set(address)


def test_days_are_w3c_dates() -> None:
    (data,) = _files(LIMITS).values()
    days = [node.text or "" for node in ElementTree.fromstring(data).iter(f"{NAMESPACE}lastmod")]
    assert "2026-03-09" in days
    assert all(date.fromisoformat(day) for day in days)


def test_index_names_every_part_and_nothing_else() -> None:
    files = _files(Limits(4))
    root = ElementTree.fromstring(files.pop("/sitemap.xml"))
    assert root.tag == f"{NAMESPACE}sitemapindex"
    assert [node.text for node in root.iter(f"{NAMESPACE}loc")] == [SITE + url for url in files]
