"""The house of docs/architecture.md as data: imports only point down, libraries stay in their rooms."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_PACKAGE = Path(__file__).parent.parent / "generator"

# From the top floor down.
_ROOMS = (
    "cli",
    "build",
    "checks",
    "render",
    "pages",
    "library",
    "content",
    "model",
    "diagnostics",
)

_LIBRARIES = {
    "click": {"cli"},
    "yaml": {"content"},
    "markdown_it": {"content"},
    "nh3": {"content"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "babel": {"model", "content", "pages"},
    "watchdog": set[str](),
}

# What reaches files, the clock, the environment, processes or sockets.
_IMPURE = {
    "os",
    "io",
    "pathlib",
    "shutil",
    "subprocess",
    "socket",
    "tempfile",
    "time",
    "random",
    "sys",
    "logging",
}
_IMPURE_CALLS = {"open", "print", "input"}
_ABOVE_THE_LINE = {"cli", "build"}


def _modules() -> list[Path]:
    return sorted(_PACKAGE.rglob("*.py"))


def _room(path: Path) -> str:
    parts = path.relative_to(_PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides which room it points to"
            yield from (_target(node.module or "", alias.name) for alias in node.names)


def _target(module: str, name: str) -> str:
    """What `from module import name` reads: the module of that name, or the module itself."""
    path = _PACKAGE.parent.joinpath(*module.split("."), name)
    return f"{module}.{name}" if path.with_suffix(".py").is_file() or path.is_dir() else module


def test_every_folder_is_a_room_of_the_house() -> None:
    folders = {p.name for p in _PACKAGE.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders == set(_ROOMS)


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(_PACKAGE)))
def test_imports_point_down_and_libraries_stay_in_their_rooms(path: Path) -> None:
    room = _room(path)
    for name in _imports(path):
        parts = name.split(".")
        if parts[0] == "generator" and len(parts) > 1 and parts[1] in _ROOMS and room:
            assert _ROOMS.index(parts[1]) >= _ROOMS.index(room), f"{room} reaches up to {name}"
        elif parts[0] in _LIBRARIES:
            assert room in _LIBRARIES[parts[0]], f"{parts[0]} doesn't belong in {room}"


@pytest.mark.parametrize(
    "path",
    [p for p in _modules() if _room(p) not in _ABOVE_THE_LINE and p.name != "__main__.py"],
    ids=lambda p: str(p.relative_to(_PACKAGE)),
)
def test_rooms_below_the_line_touch_no_file_clock_or_environment(path: Path) -> None:
    for name in _imports(path):
        assert name.split(".")[0] not in _IMPURE, f"{path.name} imports {name}"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in _IMPURE_CALLS, f"{path.name}:{node.lineno} calls {node.func.id}"
        if isinstance(node, ast.Attribute):
            clock = isinstance(node.value, ast.Name) and node.value.id in {"date", "datetime"}
            assert not (clock and node.attr in {"now", "today"}), f"{path.name}:{node.lineno} reads the clock"


def test_no_circle_between_modules() -> None:
    graph = {
        "generator." + ".".join(p.relative_to(_PACKAGE).with_suffix("").parts).removesuffix(".__init__"): {
            name for name in _imports(p) if name.startswith("generator.")
        }
        for p in _modules()
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
