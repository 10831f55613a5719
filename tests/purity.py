"""What no module below the line may do, read from its source and from the values of its names."""

import ast
import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import BuiltinFunctionType, FunctionType, ModuleType, UnionType
from typing import Any, TypeVar, get_origin

from msgspec import Struct

_CLOCK = {"now", "today", "utcnow", "fromtimestamp", "astimezone"}  # the last two read the machine's zone
_IMPURE_BUILTINS = {"open", "print", "input", "breakpoint", "exec", "eval", "__import__"}
_PATH_ARITHMETIC = {"basename", "dirname", "join", "normpath", "relpath"}  # others of posixpath ask the disk

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
_MUTATORS = {
    *("append", "extend", "insert", "remove", "sort", "reverse", "pop", "clear"),
    *("add", "discard", "update", "setdefault", "popitem"),
    *("difference_update", "intersection_update", "symmetric_difference_update"),
}
_TABLES = (dict, list, set)
_PLAIN = (str, bytes, int, float, Decimal, date, re.Pattern, type(None))
_CODE = (type, FunctionType, BuiltinFunctionType, ModuleType, UnionType, TypeVar)

_MEMOISED = type(lru_cache(len))


def impurities(tree: ast.Module) -> list[str]:
    """Where a module reads the clock, a file or the terminal, or runs text as code."""
    days = _days(tree)
    return [found for node in ast.walk(tree) if (found := _impurity(node, days))]


def _impurity(node: ast.AST, days: set[str]) -> str:
    match node:
        case ast.Name(id=name, ctx=ast.Load()) if name in _IMPURE_BUILTINS:
            return f"line {node.lineno}: {name}"
        case ast.Call(func=ast.Attribute(attr=name)) if name in _CLOCK:
            return f"line {node.lineno}: a call of {name}"
        case ast.Attribute(value=ast.Name(id=of) | ast.Attribute(attr=of), attr=name):
            reads_clock = of in days and name in _CLOCK
            asks_disk = of == "posixpath" and name not in _PATH_ARITHMETIC
            return f"line {node.lineno}: {of}.{name}" if reads_clock or asks_disk else ""
        case ast.ImportFrom(module="posixpath", names=names):
            taken = [alias.name for alias in names if alias.name not in _PATH_ARITHMETIC]
            return f"line {node.lineno}: posixpath.{taken[0]}" if taken else ""
    return ""


def _days(tree: ast.Module) -> set[str]:
    """What a file calls the classes that know the clock."""
    taken = (n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module == "datetime")
    return {"date", "datetime", *(alias.asname or alias.name for node in taken for alias in node.names)}


def changes(tree: ast.Module) -> list[str]:
    """Where a function sets a module's name anew, or anything changes what a name in capitals holds."""
    return [found for node in ast.walk(tree) if (found := _change(node))]


def _change(node: ast.AST) -> str:
    match node:
        case ast.Global(names=names):
            return f"line {node.lineno}: global {', '.join(names)}"
        case (
            ast.Subscript(value=changed, ctx=ast.Store() | ast.Del())
            | ast.Attribute(value=changed, ctx=ast.Store() | ast.Del())
        ):
            pass
        case ast.AugAssign(target=changed):
            pass
        case ast.Call(func=ast.Attribute(value=changed, attr=name)) if name in _MUTATORS:
            pass
        case _:
            return ""
    return f"line {node.lineno}: {ast.unparse(node)}" if _is_constant(changed) else ""


def _is_constant(node: ast.expr) -> bool:
    """Whether an expression is a name in capitals, of this module or another, or a part of what it holds."""
    while isinstance(node, ast.Subscript):
        node = node.value
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return _CONSTANT.fullmatch(name) is not None


def state(tree: ast.Module, module: ModuleType) -> list[str]:
    """The names of a module that can come to mean something else while the program runs.

    A name in capitals may hold a table; `changes` sees to it that nobody writes there. A cached function
    isn't state: it is a faster way to the same answer.
    """
    values = {name: value for name, value in vars(module).items() if name in _assigned(tree)}
    return [name for name, value in values.items() if not _is_settled(value) or _is_loose_table(name, value)]


def _assigned(tree: ast.Module) -> set[str]:
    """The names that a module sets when it is imported, but for Python's own such as `__all__`."""
    defined = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
    parts = (part for node in tree.body if not isinstance(node, defined) for part in ast.walk(node))
    stored = (part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store))
    return {name for name in stored if not name.startswith("__")}


def _is_loose_table(name: str, value: object) -> bool:
    return type(value) in _TABLES and not _CONSTANT.fullmatch(name)


def _is_settled(value: Any) -> bool:
    """Whether a value is plain, frozen, code, or a table of such."""
    if isinstance(value, (*_PLAIN, *_CODE)) or get_origin(value):
        return True
    if isinstance(value, _MEMOISED):  # as pure as its function; nothing may grow without end
        return value.cache_parameters()["maxsize"] is not None
    if type(value) is dict:
        return _is_settled((*value.keys(), *value.values()))
    if type(value) in (tuple, frozenset, *_TABLES):
        return all(map(_is_settled, value))
    is_frozen = isinstance(value, Struct) and value.__struct_config__.frozen
    return is_frozen and _is_settled(tuple(getattr(value, name) for name in value.__struct_fields__))
