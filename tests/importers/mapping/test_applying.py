import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.imported import Delivery, Imported
from generator.importers.mapping.applying import deliver
from generator.importers.mapping.reading import read_map
from generator.importers.mapping.records import SourceRecord, SourceRecords
from generator.importers.reading import Reading
from tests.importers.sources import source

_ROW = {"name": "Cook", "dept": "Kitchen", "city": "Oslo", "land": "Norway", "day": "2026-03-02"}
_LINES = ("title: name", "category: dept", "location: [city, land]", "posted: day")


def _deliver(records: SourceRecords, *lines: str) -> Delivery:
    return deliver(records, read_map("map.yaml", "\n".join((*_LINES, *lines)).encode()), Reading())


def _first(records: SourceRecords, *lines: str) -> Imported:
    return _deliver(records, *lines).postings[0]


def test_sources_are_joined_as_the_field_wants_it() -> None:
    row: dict[str, str | tuple[str, ...]] = {**_ROW, "team": "Grill", "a": "one", "b": "two"}
    row["name"] = ("Cook", "senior")
    posting = deliver(
        source(row),
        read_map(
            "m", b"title: name\ncategory: [dept, team]\nlocation: [city, land]\nposted: day\nskills: [a, b]"
        ),
        Reading(),
    ).postings[0]
    assert posting.fields["title"] == "Cook senior"
    assert posting.fields["category"] == "Kitchen / Grill"
    assert posting.fields["location"] == "Oslo, Norway"
    assert posting.fields["skills"] == ("one", "two")


def test_one_country_belongs_to_all_cities() -> None:
    posting = _first(source({**_ROW, "city": ("Oslo", "Bergen")}))
    assert posting.fields["location"] == ("Oslo, Norway", "Bergen, Norway")


def test_country_belongs_to_each_city_of_a_cell() -> None:
    posting = _first(source({**_ROW, "city": "Oslo / Bergen"}))
    assert posting.fields["location"] == ("Oslo, Norway", "Bergen, Norway")


def test_words_of_the_source_get_a_meaning() -> None:
    records = source({**_ROW, "type": "ft"}, {**_ROW, "name": "Baker", "type": "secret"})
    lines = "employment: {from: type, values: {FT: full-time, secret: ''}}"
    first, second = _deliver(records, lines).postings
    assert first.fields["employment"] == "full-time"
    assert "employment" not in second.fields
    assert second.notes == ()


def test_constants_fill_what_is_always_so_or_else() -> None:
    records = source({**_ROW, "type": "part-time"}, {**_ROW, "name": "Baker"})
    lines = ("company: {always: Example Ltd}", "employment: {from: type, otherwise: full-time}")
    first, second = _deliver(records, *lines).postings
    assert first.fields["company"] == second.fields["company"] == "Example Ltd"
    assert (first.fields["employment"], second.fields["employment"]) == ("part-time", "full-time")


def test_value_goes_into_a_longer_text() -> None:
    posting = _first(source({**_ROW, "slug": "cook"}), "aliases: {from: slug, like: '/careers/{}.html'}")
    assert posting.fields["aliases"] == "/careers/cook.html"


def test_status_comes_from_the_switch_that_says_something() -> None:
    records = source(
        {**_ROW, "draft": "false", "published": "false"}, {**_ROW, "name": "B", "draft": "false"}
    )
    switches = "[{from: draft, values: {true: draft, false: ''}}, {from: published, values: {false: draft}}]"
    first, second = _deliver(records, f"status: {switches}").postings
    assert first.fields["status"] == "draft"
    assert "status" not in second.fields


def test_contact_comes_from_its_parts() -> None:
    posting = _first(
        source({**_ROW, "who": "Ada Berg", "mail": "ada@example.com"}), "contact: {name: who, email: mail}"
    )
    assert posting.fields["contact"] == "Ada Berg <ada@example.com>"


def test_field_of_the_site_is_filled() -> None:
    assert _first(source({**_ROW, "cost": " 4 \n2 "}), "x_cost_centre: cost").fields["x_cost_centre"] == "4 2"


def test_remote_work_among_the_places_is_taken_for_it() -> None:
    row = {key: value for key, value in _ROW.items() if key != "land"}
    lines = (*_LINES[:2], "location: city", "posted: day")
    read = deliver(
        source({**row, "city": "Remote, Norway"}, {**row, "name": "Baker", "city": "Oslo or Remote"}),
        read_map("m", "\n".join(lines).encode()),
        Reading(),
    ).postings
    assert dict(read[0].fields) | {"title": ""} == {
        "title": "",
        "category": "Kitchen",
        "remote": "yes",
        "remote_from": "Norway",
        "posted": "2026-03-02",
    }
    both = {name: read[1].fields[name] for name in ("location", "remote", "remote_from")}
    assert both == {"location": "Oslo, Norway", "remote": "yes", "remote_from": "Norway"}
    assert "`remote_from` is where the places are: Norway" in read[1].notes


def test_field_of_its_own_goes_before_what_stands_among_the_places() -> None:
    row = {**_ROW, "city": "Oslo or Remote", "land": "", "home": "hybrid"}
    posting = _first(source(row), "remote: home")
    assert (posting.fields["remote"], "remote_from" in posting.fields) == ("hybrid", False)
    posting = _first(source({**row, "from": "Sweden"}), "remote_from: from")
    assert (posting.fields["remote"], posting.fields["remote_from"]) == ("yes", "Sweden")
    assert not any("remote_from" in note for note in posting.notes)


def test_field_that_the_map_does_not_name_is_told() -> None:
    records = source(_ROW, {**_ROW, "name": "Baker", "new": "x"}, {**_ROW, "name": "Waiter", "new": "y"})
    told = "`new` of row 3 isn't in `map.yaml`, and is left out: map it, or add it to `ignore`"
    assert _deliver(records).notes == (told,)
    assert _deliver(records, "ignore: [new]").notes == ()


def test_two_alike_are_refused() -> None:
    for other in (_ROW, {**_ROW, "day": "2026-03-03"}):
        with pytest.raises(OpeningsError, match="can't be told apart"):
            _deliver(source(_ROW, other))


def test_record_that_may_be_any_posting_keeps_all_of_them_open() -> None:
    unread = SourceRecord("cook", "`cook.md`", {})
    records = SourceRecords(source({**_ROW, "no": "7"}).records, ("`cook.md` …",), (unread,))
    by_file, by_number = _deliver(records), _deliver(records, "id: no")
    assert (by_file.unread, by_file.hidden) == (("cook",), 0)
    assert by_number.hidden == 1
    assert "nothing is closed this time" in by_number.problems[-1]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("You <b>cook</b>.<br>Soup", "You **cook**.\\\nSoup"),
        ("## Soup\n\nYou cook.", "## Soup\n\nYou cook."),
        ("- soup\n- bread", "- soup\n- bread"),
        ("Soup *and*\nbread <3", "Soup \\*and\\*\\\nbread <3"),
        ("- one line alone", "\\- one line alone"),
    ],
    ids=["html", "markdown", "list", "text", "hyphen"],
)
def test_format_of_a_text_is_told_from_it(text: str, body: str) -> None:
    assert _first(source({**_ROW, "words": text}), "body: words").body == f"{body}\n"


def test_format_of_a_text_can_be_said() -> None:
    row = {**_ROW, "words": "You **cook**"}
    assert _first(source(row), "body: {from: words, format: text}").body == "You \\*\\*cook\\*\\*\n"


def test_two_that_cannot_be_told_apart_are_refused() -> None:
    with pytest.raises(OpeningsError, match="row 2 and row 4") as caught:
        _deliver(source(_ROW, {**_ROW, "city": "Bergen"}, _ROW))
    assert "map it as `id`" in caught.value.hint


def test_own_ids_must_differ_too() -> None:
    with pytest.raises(OpeningsError, match="row 2 and row 3"):
        _deliver(source({**_ROW, "no": "1"}, {**_ROW, "name": "B", "no": "1"}), "id: no")


def test_order_of_the_rows_changes_no_id() -> None:
    rows = ({**_ROW, "city": ("Oslo", "Bergen")}, {**_ROW, "name": "Baker"})
    ids = [{posting.id for posting in _deliver(source(*order)).postings} for order in (rows, rows[::-1])]
    assert ids == [{"cook-bergen-norway-oslo-norway", "baker-oslo-norway"}] * 2


@pytest.mark.parametrize(
    ("slug", "stem"),
    [
        ("chef", "chef"),
        ("/careers/Head_Chef/", "head-chef"),
        ("/jobs/chef.html", "chef"),
        ("v2.0-chef", "v2-0-chef"),
    ],
)
def test_file_is_called_as_the_page_was(slug: str, stem: str) -> None:
    assert _first(source({**_ROW, "slug": slug}), "stem: slug").stem == stem


def test_address_that_stays_is_no_former_one() -> None:
    row: dict[str, str | tuple[str, ...]] = {**_ROW, "old": ("/jobs/chef/", "/jobs/chef", "/old/")}
    assert _first(source({**row, "slug": "chef"}), "stem: slug", "aliases: old").fields["aliases"] == "/old/"
    assert "aliases" not in _first(source({**_ROW, "old": "/jobs/cook/"}), "aliases: old").fields
