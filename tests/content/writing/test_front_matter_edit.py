import pytest

from generator.content.keys import table_for
from generator.content.writing.front_matter_edit import remove_field, set_field
from generator.diagnostics.diagnostic import OpeningsError
from generator.model.fields import POSTING

TABLE = table_for(POSTING)
BEHIND = ("closes", "posted")


def close(text: str) -> str:
    """The text with `status: filled`; bytes in and out, so that line ends and marks show."""
    return set_field("x.md", text.encode(), TABLE, "status", "filled", BEHIND).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("posted: 2026-01-02\napply: x\n", "posted: 2026-01-02\nstatus: filled\napply: x\n"),
        ("closes: 2026-03-02\nposted: x\n", "closes: 2026-03-02\nstatus: filled\nposted: x\n"),
        ("status: open\ntitle: A\n", "status: filled\ntitle: A\n"),
        ("status:   open   # until May\ntitle: A\n", "status:   filled   # until May\ntitle: A\n"),
        ("status: 'on hold'\ntitle: A\n", "status: filled\ntitle: A\n"),
        ('status: "open"# x\ntitle: A\n', 'status: filled # x\ntitle: A\n'),
        ('"status" : "open"\ntitle: A\n', '"status" : filled\ntitle: A\n'),
        ("Status: open\ntitle: A\n", "Status: filled\ntitle: A\n"),
        ("status:\ntitle: A\n", "status: filled\ntitle: A\n"),
        ("status: # none yet\ntitle: A\n", "status: filled # none yet\ntitle: A\n"),
        ("  title: A\n  posted: 2026-01-02\n", "  title: A\n  posted: 2026-01-02\n  status: filled\n"),
        (
            "posted: 2026-01-02 # first\n\n# pay\nsalary: x\n",
            "posted: 2026-01-02 # first\nstatus: filled\n\n# pay\nsalary: x\n",
        ),
        ("team: |\n  status: open\nposted: x\n", "team: |\n  status: open\nposted: x\nstatus: filled\n"),
    ],
    ids=[
        "added behind posted",
        "added behind closes",
        "replaced",
        "comment and spaces stay",
        "quotes",
        "comment right behind quotes",
        "quoted key",
        "other spelling",
        "empty",
        "empty with comment",
        "indented",
        "before the next comment",
        "not within a text",
    ],
)  # fmt: skip
def test_one_field_changes_and_nothing_else(before: str, after: str) -> None:
    body = "---\n\nstatus: open\n"
    assert close(f"---\n{before}{body}") == f"---\n{after}{body}"


def test_line_ends_and_byte_order_mark_stay() -> None:
    text = "\ufeff---\r\ntitle: Ä\r\nposted: 2026-01-02\r\n---\r\nBody\rold\n"
    assert (
        close(text) == "\ufeff---\r\ntitle: Ä\r\nposted: 2026-01-02\r\nstatus: filled\r\n---\r\nBody\rold\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["plain", "Windows"])
@pytest.mark.parametrize("inside", ["", "{end}", "# fields{end}{end}"], ids=["empty", "blank", "comment"])
def test_first_field_goes_behind_the_opening(inside: str, end: str) -> None:
    inside = inside.format(end=end)
    assert close(f"{end}---{end}{inside}---{end}x") == f"{end}---{end}status: filled{end}{inside}---{end}x"


@pytest.mark.parametrize(
    "front",
    [
        "{}\n",
        "~\n",
        "status:\n  open\n",
        "status: [open]\n",
        "status: >\n  open\n",
        "{title: A, status: open}\n",
    ],
    ids=["nothing in braces", "nothing at all", "next line", "list", "block", "fields in braces"],
)
def test_odd_shape_is_refused(front: str) -> None:
    with pytest.raises(OpeningsError) as refused:
        close(f"---\n{front}---\n")
    assert "in an editor" in refused.value.hint


def test_unreadable_file_is_refused() -> None:
    with pytest.raises(OpeningsError):
        close("no front matter\n")


def test_removed_field_takes_its_lines_and_leaves_the_comments_behind_it() -> None:
    text = b"---\ntitle: A\naliases:\n  - /a/\n  - /b/\n\n# pay\nsalary: x\n---\n"
    assert remove_field("x.md", text, TABLE, "aliases") == b"---\ntitle: A\n\n# pay\nsalary: x\n---\n"
    assert remove_field("x.md", text, TABLE, "status") == text


def test_last_field_can_be_removed() -> None:
    text = b"---\ntitle: A\nrelated: [a,\n  b]\n---\nBody\n"
    assert remove_field("x.md", text, TABLE, "related") == b"---\ntitle: A\n---\nBody\n"
