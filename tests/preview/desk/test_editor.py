from pathlib import PurePosixPath, PureWindowsPath

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.preview.desk.editor import EDITORS, editor_of

_FILE = PurePosixPath("/home/kim/my site/content/a&b#c%.md")
_ESCAPED = "/home/kim/my%20site/content/a%26b%23c%25.md"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("vscode", f"vscode://file{_ESCAPED}:3:7"),
        ("vscode-insiders", f"vscode-insiders://file{_ESCAPED}:3:7"),
        ("vscodium", f"vscodium://file{_ESCAPED}:3:7"),
        ("cursor", f"cursor://file{_ESCAPED}:3:7"),
        ("zed", f"zed://file{_ESCAPED}:3:7"),
        ("idea", f"idea://open?file={_ESCAPED}&line=3&column=7"),
        ("sublime", f"subl://open?url=file://{_ESCAPED}&line=3&column=7"),
        ("subl", f"subl://open?url=file://{_ESCAPED}&line=3&column=7"),
        ("txmt", f"txmt://open?url=file://{_ESCAPED}&line=3&column=7"),
    ],
)
def test_known_editor_opens_a_file_at_a_place(name: str, address: str) -> None:
    assert editor_of(name).address(_FILE, 3, 7) == address


def test_every_known_editor_was_tried() -> None:
    tried = ("vscode", "vscode-insiders", "vscodium", "cursor", "zed", "idea", "sublime", "subl", "txmt")
    assert set(EDITORS) == set(tried)


def test_name_is_known_in_any_case() -> None:
    assert editor_of("VSCode") == editor_of("vscode")


def test_path_of_windows_gets_slashes_and_keeps_its_drive() -> None:
    path = PureWindowsPath(r"C:\My Site\content\x.md")
    assert editor_of("vscode").address(path, 1, 1) == "vscode://file/C:/My%20Site/content/x.md:1:1"


def test_colon_in_a_name_is_no_line() -> None:
    assert editor_of("vscode").address(PurePosixPath("/a/b:3.md")) == "vscode://file/a/b%3A3.md:1:1"


def test_name_that_is_not_latin_is_escaped_as_utf_8() -> None:
    assert editor_of("zed").address(PurePosixPath("/é")) == "zed://file/%C3%A9:1:1"


def test_template_of_ones_own_is_filled() -> None:
    editor = editor_of("x-edit://go?f={path}&l={line}")
    assert editor.address(PurePosixPath("/a b"), 4, 2) == "x-edit://go?f=/a%20b&l=4"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("vscod", "there is no editor `vscod`"),
        ("emacs", "there is no editor `emacs`"),
        ("x-edit://open?line={line}", "the editor's address lacks {path}"),
        ("{path}:{line}", "the editor's address doesn't begin with a scheme"),
        ("x://{path}?{word}", "the editor's address has braces besides {path}, {line} and {column}"),
        ("x://{path}\r\nSet-Cookie: a=b", "the editor's address has characters that no address has"),
        ("x://{path}?a b", "the editor's address has characters that no address has"),
    ],
)
def test_what_is_no_editor_is_told_with_a_way_out(text: str, message: str) -> None:
    with pytest.raises(OpeningsError) as raised:
        editor_of(text)
    assert raised.value.message == message
    assert raised.value.hint


def test_near_miss_gets_a_suggestion() -> None:
    with pytest.raises(OpeningsError) as raised:
        editor_of("vscod")
    assert raised.value.hint == "did you mean `vscode`?"
