from generator.cli.list.table import Column, table

COLUMNS = (Column("STEM"), Column("TITLE", may_cut=True, goes=2), Column("DAY", goes=1))
ROWS = [("cook", "A cook for the largest kitchen", "2026-03-02"), ("baker", "日本のパン屋さん", "")]


def test_all_is_shown_where_there_is_room_or_no_terminal() -> None:
    whole = table(COLUMNS, ROWS, None)
    assert whole == (
        "STEM   TITLE                           DAY\n"
        "cook   A cook for the largest kitchen  2026-03-02\n"
        "baker  日本のパン屋さん\n"
    )
    assert table(COLUMNS, ROWS, 80) == whole


def test_texts_are_cut_to_fit() -> None:
    assert table(COLUMNS, ROWS, 40).split("\n")[1] == "cook   A cook for the large…  2026-03-02"


def test_wide_letters_are_cut_by_their_width() -> None:
    line = table(COLUMNS, ROWS, 33).split("\n")[2]
    assert line == "baker  日本のパン屋…"


def test_columns_go_in_their_order_where_cutting_is_not_enough() -> None:
    assert table(COLUMNS, ROWS, 30).split("\n")[1] == "cook   A cook for the largest…"
    assert table(COLUMNS, ROWS, 10).split("\n")[1] == "cook"


def test_firm_column_is_never_cut() -> None:
    assert table(COLUMNS, ROWS, 2).split("\n")[2] == "baker"
