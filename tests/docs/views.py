"""The part of docs/themes.md that lists every view, from the source of `generator.pages.views`."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from pathlib import Path

from generator.pages import views

_BEGIN = "<!-- views: made by `make docs` from generator/pages/views.py -->"
_END = "<!-- views: end -->"


def with_views(page: str) -> str:
    """The text of docs/themes.md with the view reference anew between its two marks."""
    before, begin, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"docs/themes.md lacks the marks {_BEGIN} and {_END}")
    return f"{before}{_BEGIN}\n\n{view_reference()}\n\n{_END}{after}"


def view_reference() -> str:
    """A section for each view, those of whole pages first."""
    classes = _classes()
    names = frozenset(node.name for node in classes)
    pages = [node for node in classes if _is_page(node)]
    parts = [node for node in classes if not _is_page(node)]
    sections = [_section(node, names) for node in (*pages, *parts)]
    return "\n\n".join(sections)


def view_names() -> tuple[str, ...]:
    """The names of all views, in the order of the source."""
    return tuple(node.name for node in _classes())


def _classes() -> list[ast.ClassDef]:
    source = Path(inspect.getfile(views)).read_text("utf-8")
    return [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]


def _is_page(node: ast.ClassDef) -> bool:
    return any(name == "frame" for name, _ in _fields(node))


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            yield item.target.id, item.annotation


def _section(node: ast.ClassDef, names: frozenset[str]) -> str:
    rows = [f"| `{name}` | {_type(kind, names)} |" for name, kind in _fields(node)]
    words = textwrap.dedent(ast.get_docstring(node) or "")
    return "\n".join([f"### {node.name}", "", words, "", "| Field | Type |", "|---|---|", *rows])


def _type(kind: ast.expr, names: frozenset[str]) -> str:
    """A type in words, with a link for each view in it."""
    match kind:
        case ast.Constant(value=str() as name) | ast.Name(id=name):
            return f"[{name}](#{name.lower()})" if name in names else f"`{name}`"
        case ast.BinOp(left=left, op=ast.BitOr()):
            return f"{_type(left, names)} or `none`"
        case ast.Subscript(slice=ast.Tuple(elts=[item, ast.Constant(value=value)])) if value is Ellipsis:
            inner = _type(item, names)
            return f"list of ({inner})" if inner.startswith("list") else f"list of {inner}"
        case ast.Subscript(slice=ast.Tuple(elts=items)):
            return f"pair of {' and '.join(_type(item, names) for item in items)}"
    raise ValueError(f"a view has a type that docs/themes.md can't say: {ast.unparse(kind)}")
