"""What a posting can be known by when its file is renamed."""

from generator.model.documents import Spans
from generator.model.published import keys_of
from tests.builders import make_posting


def test_id_counts_only_where_the_file_spells_it_out() -> None:
    spelled = Spans("content/postings/cook.md", "\ntitle 2 8 12\nid 3 5 12\n")
    assert keys_of(make_posting("cook", id="lh-4821", spans=spelled, apply="")) == ("id:lh-4821",)
    assert keys_of(make_posting("cook", id="cook", apply="")) == ()


def test_mailbox_is_nothing_to_know_a_posting_by() -> None:
    assert keys_of(make_posting(apply="jobs@example.com")) == ()
    assert keys_of(make_posting(apply="https://a.example/1")) == ("apply:https://a.example/1",)


def test_key_holds_nothing_that_parts_columns() -> None:
    assert keys_of(make_posting(requisition="R 7\t7", apply="")) == ("requisition:R%207%097",)
