import pytest

from generator.importers.folder.yaml_values import read_documents
from generator.importers.mapping.records import UnreadableError


def test_values_stay_as_they_are_written() -> None:
    text = "a: 012\nb: 2026-02-30\nc: yes\nd: 1_000\ne: ~\nf: '~'\ng: !!int 7\nh: !ruby/object:Thing x"
    (values,) = read_documents(text)
    assert values == {
        "a": "012",
        "b": "2026-02-30",
        "c": "yes",
        "d": "1_000",
        "e": None,
        "f": "~",
        "g": "7",
        "h": "x",
    }


def test_references_and_merge_keys_are_filled_in() -> None:
    text = (
        "base: &base {place: Oslo, kind: a}\nother: &other {kind: b, more: c}\n<<: [*base, *other]\nkind: own"
    )
    (values,) = read_documents(text)
    assert values["place"] == "Oslo"
    assert values["kind"] == "own"
    assert values["more"] == "c"


def test_the_first_of_several_merged_maps_wins() -> None:
    (values,) = read_documents("a: &a {x: 1}\nb: &b {x: 2}\nc: {<<: [*a, *b]}")
    assert values["c"] == {"x": "1"}


def test_each_document_is_read() -> None:
    assert read_documents("title: One\n---\ntitle: Two\n") == [{"title": "One"}, {"title": "Two"}]


def test_of_a_field_written_twice_the_last_counts() -> None:
    assert read_documents("a: 1\na: 2") == [{"a": "2"}]


def test_references_that_multiply_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    with pytest.raises(UnreadableError, match="too many or too deep"):
        read_documents("\n".join(lines))


@pytest.mark.parametrize("text", ["[" * 5_000, "a: " + "{b: " * 500, "- " * 5_000 + "x"], ids=["[", "{", "-"])
def test_depth_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="too many or too deep"):
        read_documents(text)


def test_a_value_that_holds_itself_is_refused() -> None:
    with pytest.raises(UnreadableError, match="stands for nothing") as caught:
        read_documents("x: 1\na: &a\n  - *a")
    assert caught.value.line == 3


def test_slip_is_told_with_its_line() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_documents("title: ok\nbad: [1, 2\nmore: x: y")
    assert caught.value.line == 3
