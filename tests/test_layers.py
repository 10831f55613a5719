"""The house of docs/architecture.md as data: imports only point down, libraries stay in their rooms.

A rule that nothing breaks may as well be blind, so each is tried on lines that break it too.
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib import import_module
from itertools import count
from pathlib import Path
from types import ModuleType

import pytest

from tests.purity import changes, impurities, state

_PACKAGE = Path(__file__).parent.parent / "generator"

# From the top floor down.
_ROOMS = (
    "cli",
    "preview",
    "publish",
    "importers",
    "web",
    "build",
    "checks",
    "render",
    "pages",
    "library",
    "content",
    "model",
    "diagnostics",
)
_BELOW_THE_LINE = _ROOMS[_ROOMS.index("build") + 1 :]

# The two modules outside the rooms: everything may import the first, and the second starts the program.
_ROOTS = {"__init__": "diagnostics", "__main__": "cli"}

# No other library may be imported anywhere.
_LIBRARIES = {
    "click": {"cli"},
    "yaml": {"content", "importers"},
    "markdown_it": {"content"},
    "nh3": {"content"},
    "jinja2": {"render", "build", "preview"},
    "markupsafe": {"render"},
    "fontTools": {"content"},
    "watchdog": {"preview"},
    "markdownify": {"importers"},
    "resvg_py": {"build"},  # it reads fonts from files
    "boto3": {"publish"},  # the extra `s3`
    "botocore": {"publish"},
    "babel": {"model", "content", "pages"},
    "msgspec": set(_ROOMS),  # values are its `Struct`
}

# Of the standard library, what every room below the line may use, and what belongs to the work of one.
_LANGUAGE = {
    "collections",
    "collections.abc",
    "enum",
    "functools",
    "itertools",
    "re",
    "types",
    "typing",
}
_STANDARD = {
    "checks": {"datetime", "html.parser", "unicodedata", "urllib.parse"},
    "render": {"hashlib", "html", "html.parser", "urllib.parse"},
    "pages": {"heapq", "datetime", "decimal", "html", "math", "posixpath", "unicodedata", "urllib.parse"},
    "library": {"bisect", "datetime"},
    "content": {"datetime", "decimal", "hashlib", "html", "io", "posixpath", "unicodedata", "urllib.parse"},
    # Time zones are the data of tzdata, read as the package's own resource and by nobody else.
    "model": {
        *("datetime", "decimal", "hashlib", "unicodedata", "urllib.parse"),
        *("io", "pkgutil", "zoneinfo"),
    },
    "diagnostics": {"difflib", "json", "unicodedata"},
}


def _room(path: Path) -> str:
    parts = path.relative_to(_PACKAGE).with_suffix("").parts
    return parts[0] if len(parts) > 1 else _ROOTS[parts[0]]


def _name(path: Path) -> str:
    parts = path.relative_to(_PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


_MODULES = sorted(_PACKAGE.rglob("*.py"))
_PURE_MODULES = [path for path in _MODULES if _room(path) in _BELOW_THE_LINE]


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (_target(module, alias.name) for alias in node.names)


def _target(module: str, name: str) -> str:
    """What `from module import name` reads: the module of that name, or the module itself."""
    path = _PACKAGE.parent.joinpath(*module.split("."), name)
    return f"{module}.{name}" if path.with_suffix(".py").is_file() or path.is_dir() else module


def _is_wrong(room: str, name: str) -> bool:
    """Whether a module doesn't belong in a room; a relative import hides where it points to."""
    first, *rest = name.split(".")
    if first == "generator":
        return bool(rest) and rest[0] in _ROOMS[: _ROOMS.index(room)]
    if first not in sys.stdlib_module_names:
        return room not in _LIBRARIES.get(first, ())
    return room in _BELOW_THE_LINE and name not in _LANGUAGE | _STANDARD[room]


def _wrong_imports(room: str, tree: ast.Module) -> list[str]:
    return [name for name in _imports(tree) if _is_wrong(room, name)]


def test_every_folder_is_a_room_of_the_house() -> None:
    folders = {p.name for p in _PACKAGE.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders == set(_ROOMS)


@pytest.mark.parametrize("path", _MODULES, ids=_name)
def test_imports_point_down_and_libraries_stay_in_their_rooms(path: Path) -> None:
    assert _wrong_imports(_room(path), _tree(path)) == [], f"doesn't belong in {_room(path)}"


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("content", "from generator.library.site import Site"),
        ("content", "from generator import library"),
        ("content", "def f():\n    import generator.build.source.clock"),
        ("pages", "from . import urls"),
        ("pages", "from .urls import HOME"),
        ("cli", "import requests"),
        ("build", "from nh3 import clean"),
        ("library", "import babel.dates"),
        ("model", "import urllib.request"),
        ("model", "from urllib import request"),
        ("pages", "import locale"),
        ("content", "from glob import glob"),
        ("content", "import os.path"),
        ("render", "from datetime import date"),
        ("checks", "import importlib"),
        ("diagnostics", "import logging"),
    ],
)
def test_import_that_does_not_belong_is_seen(room: str, line: str) -> None:
    assert len(_wrong_imports(room, ast.parse(line))) == 1


def test_every_allowance_is_used() -> None:
    used = {(_room(path), name) for path in _MODULES for name in _imports(_tree(path))}
    standard = {(room, name) for room, names in _STANDARD.items() for name in names}
    libraries = {(room, name) for name, rooms in _LIBRARIES.items() for room in rooms}
    assert standard - used == set()
    assert libraries - {(room, name.partition(".")[0]) for room, name in used} == set()


@pytest.mark.parametrize("path", _PURE_MODULES, ids=_name)
def test_rooms_below_the_line_touch_no_file_clock_or_environment(path: Path) -> None:
    assert impurities(_tree(path)) == []


@pytest.mark.parametrize(
    "line",
    [
        "import datetime\ndatetime.date.today()",
        "import datetime as d\nd.datetime.now(d.UTC)",
        "from datetime import date\ndate.today()",
        "from datetime import date as day\ndefault = day.today",
        "from datetime import datetime\ndatetime.fromtimestamp(0)",
        "site.clock().today()",
        "moment.astimezone()",
        "open('x')",
        "read = open",
        "list(map(print, x))",
        "__import__('os')",
        "eval('1')",
        "import posixpath\nposixpath.exists('x')",
        "from posixpath import abspath",
    ],
)
def test_line_that_reaches_outside_is_seen(line: str) -> None:
    assert impurities(ast.parse(line))


@pytest.mark.parametrize("line", ["site.today", "f(today=site.today)", "posixpath.join(a, b)", "file.open"])
def test_line_that_only_sounds_so_is_not(line: str) -> None:
    assert impurities(ast.parse(line)) == []


@pytest.mark.parametrize("path", _PURE_MODULES, ids=_name)
def test_rooms_below_the_line_keep_no_state(path: Path) -> None:
    assert state(_tree(path), import_module(_name(path))) == []


@pytest.mark.parametrize("path", _MODULES, ids=_name)
def test_nothing_changes_a_constant(path: Path) -> None:
    assert changes(_tree(path)) == []


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("seen = []", ["seen"]),
        ("if True:\n    seen: dict[str, int] = {}", ["seen"]),
        ("NUMBERS = count()", ["NUMBERS"]),
        ("USES = Counter()", ["USES"]),
        ("TABLE = {'a': [Counter()]}", ["TABLE"]),
        ("LINES = iter(('a', 'b'))", ["LINES"]),
        ("TABLE = {'a': [1]}\nWORDS = frozenset(x for x in 'ab')\n__all__ = ['TABLE']", []),
    ],
)
def test_name_that_can_change_its_meaning_is_seen(line: str, seen: list[str]) -> None:
    module = ModuleType("tried")
    vars(module).update(count=count, Counter=Counter)
    exec(line, vars(module))
    assert state(ast.parse(line), module) == seen


@pytest.mark.parametrize(
    "line",
    [
        "def f():\n    global total\n    total = 1",
        "TABLE['a'] = 1",
        "_TABLE['a']['b'] = 1",
        "del TABLE['a']",
        "TABLE |= {1: 2}",
        "vocabulary.WORDS.update(a=1)",
        "TABLE['a'].append(1)",
        "codes.ALL['FM001'] = 1",
    ],
)
def test_change_of_a_constant_is_seen(line: str) -> None:
    assert changes(ast.parse(line))


def test_no_circle_between_modules() -> None:
    graph = {
        _name(path): {name for name in _imports(_tree(path)) if name.startswith("generator.")}
        for path in _MODULES
    }
    done: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, f"a circle: {' -> '.join((*above, module))}"
        if module not in done:
            for other in sorted(graph.get(module, set())):
                visit(other, (*above, module))
            done.add(module)

    for module in sorted(graph):
        visit(module, ())


def test_every_folder_of_tests_is_collected(request: pytest.FixtureRequest) -> None:
    """pytest passes over folders of some names, and would say nothing."""
    tests = Path(__file__).parent
    skipped = [Path(pattern).name for pattern in request.config.getini("norecursedirs")]
    holding = {path.parent for path in tests.rglob("test_*.py")}
    names = {part for folder in holding for part in folder.relative_to(tests).parts}
    assert [name for name in sorted(names) if any(fnmatch(name, pattern) for pattern in skipped)] == []
