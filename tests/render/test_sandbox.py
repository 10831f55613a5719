import pytest
from jinja2 import Environment

from tests.render.filling import fill, home

# The ways out of Jinja's sandbox that have been published, and those past our own short cut: a template,
# how it is refused, and what it shows where nothing guards it.
_UNSAFE = "is unsafe"
_ESCAPES = {
    "class": ("{{ page.__class__ }}", _UNSAFE, "<class"),
    "class-by-item": ("{{ page['__class__'] }}", _UNSAFE, "<class"),
    "class-by-attr": ("{{ page | attr('__class__') }}", _UNSAFE, "<class"),
    "class-by-joined-name": ("{{ page | attr('__cla' ~ 'ss__') }}", _UNSAFE, "<class"),
    "mro": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", _UNSAFE, "<class"),
    "view-init": ("{{ page.__init__.__self__.__class__ }}", _UNSAFE, "<class"),
    "view-reduce": ("{{ page.__reduce__()[0] }}", _UNSAFE, "<class"),
    "view-fields": ("{{ page.__struct_fields__ }}", _UNSAFE, "('frame', 'head'"),
    "view-hash": ("{{ page.__hash__ }}", _UNSAFE, "method"),
    "format-string": ("{{ '{0.__class__}'.format(page) }}", _UNSAFE, "<class"),
    "format-globals": ("{{ '{0.__init__.__globals__}'.format(namespace) }}", _UNSAFE, "__builtins__"),
    "format-map": ("{{ '{a.__class__}'.format_map({'a': page}) }}", _UNSAFE, "<class"),
    "format-by-attr": ("{{ ('{0.__class__}' | attr('format'))(page) }}", _UNSAFE, "<class"),
    "format-in-a-list": ("{{ ['{0.__class__}'.format][0](page) }}", _UNSAFE, "<class"),
    "format-by-map": (
        "{{ (['{0.__class__}'] | map('attr', 'format') | first)(page) }}",
        _UNSAFE,
        "<class",
    ),
    "format-by-name": ("{% set f = '{0.__class__}'.format %}{{ f(page) }}", _UNSAFE, "<class"),
    "map-attribute": ("{{ [page] | map(attribute='__class__') | first }}", _UNSAFE, "<class"),
    "groupby": ("{{ ([page] | groupby('__class__') | first).grouper }}", _UNSAFE, "<class"),
    "selectattr": ("{{ [page] | selectattr('__class__') | list | length }}", _UNSAFE, "1"),
    "sort-attribute": ("{{ [page, page] | sort(attribute='__doc__') | length }}", _UNSAFE, "2"),
    "sum-attribute": ("{{ [page] | sum(attribute='__class__.__mro__', start=()) }}", _UNSAFE, "<class"),
    "unique-attribute": ("{{ [page] | unique(attribute='__class__') | list | length }}", _UNSAFE, "1"),
    "cycler": ("{{ cycler.__init__.__globals__.os }}", _UNSAFE, "<module 'os'"),
    "joiner": ("{{ joiner.__init__.__globals__ }}", _UNSAFE, "__builtins__"),
    "lipsum": ("{{ lipsum.__globals__ }}", "`lipsum` is undefined", "__builtins__"),
    "self": ("{{ self.__init__.__globals__ }}", _UNSAFE, "__builtins__"),
    "namespace": ("{{ namespace.__init__.__globals__ }}", _UNSAFE, "__builtins__"),
    "macro": ("{% macro m() %}{% endmacro %}{{ m.__call__.__globals__ }}", _UNSAFE, "__builtins__"),
    "macro-function": ("{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}", _UNSAFE, "__builtins__"),
    "loop-items": ("{% for x in [1] %}{{ loop._iterable }}{% endfor %}", _UNSAFE, "[1]"),
    "loop-init": ("{% for x in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}", _UNSAFE, "__builtins__"),
    "loop-class": ("{% for x in [1] %}{{ loop['__class__'] }}{% endfor %}", _UNSAFE, "<class"),
    "undefined": ("{{ nothing.__class__ }}", _UNSAFE, "<class"),
    "range-bomb": ("{{ range(10000000) | length }}", "range too big", "10000000"),
    "list-append": ("{% set l = [1] %}{{ l.append(2) or l }}", _UNSAFE, "[1, 2]"),
    "dict-update": ("{% set d = {} %}{{ d.update({1: 2}) or d }}", _UNSAFE, "{1: 2}"),
}


@pytest.mark.parametrize(("template", "words", "_"), _ESCAPES.values(), ids=_ESCAPES.keys())
def test_known_ways_out_of_the_sandbox_are_closed(template: str, words: str, _: str) -> None:
    rendered = fill(template)
    assert rendered.problem
    assert words in rendered.problem.message
    assert rendered.data == b""


@pytest.mark.parametrize(("template", "_", "leak"), _ESCAPES.values(), ids=_ESCAPES.keys())
def test_the_same_ways_are_open_without_the_sandbox(template: str, _: str, leak: str) -> None:
    assert leak in Environment().from_string(template).render(page=home())


@pytest.mark.parametrize(("template", "words", "_"), _ESCAPES.values(), ids=_ESCAPES.keys())
def test_they_are_closed_in_a_part_too(template: str, words: str, _: str) -> None:
    problem = fill('{{ "x.html" | part(page=page) }}', x=template).problem
    assert problem
    assert words in problem.message


@pytest.mark.parametrize(("template", "words", "_"), _ESCAPES.values(), ids=_ESCAPES.keys())
def test_they_are_closed_in_an_imported_macro_too(template: str, words: str, _: str) -> None:
    macro = f"{{% macro run(page) %}}{template}{{% endmacro %}}"
    problem = fill('{% import "x.html" as x %}{{ x.run(page) }}', x=macro).problem
    assert problem
    assert words in problem.message


_MODULE = """{% set format = "{0.__class__}".format %}{% set _own = 1 %}
{% macro run() %}{% endmacro %}{{ format }}"""


@pytest.mark.parametrize(
    "use",
    [
        "m.__class__",
        "m.__dict__",
        "m._body_stream",
        "m.__name__",
        "m.__init__.__globals__",
        "m.run.__init__",
        "m.run._environment",
        "m.run._func.__globals__",
        "m | attr('__dict__')",
        "m['__dict__']",
        "m.format(page)",
    ],
)
def test_imported_template_opens_no_way_out(use: str) -> None:
    rendered = fill(f'{{% import "m.html" as m %}}{{{{ {use} }}}}', m=_MODULE)
    assert rendered.problem
    assert _UNSAFE in rendered.problem.message


def test_name_that_an_imported_template_keeps_to_itself_is_unknown() -> None:
    problem = fill('{% import "m.html" as m %}{{ m._own }}', m=_MODULE).problem
    assert problem
    assert "has no attribute `_own`" in problem.message


def test_macro_takes_arguments_by_any_name() -> None:
    macro = "{% macro m(context, obj, args) %}{{ context }}{{ obj }}{{ args }}{% endmacro %}"
    assert fill(macro + '{{ m(1, obj=2, args="<") }}').data == b"12&lt;"


def test_macro_knows_its_caller_and_more_arguments() -> None:
    macro = "{% macro m() %}{{ varargs }}{{ kwargs.a }}{{ caller() }}{% endmacro %}"
    assert fill(
        macro + "{% for x in [3] %}{% call m(1, a=2) %}<b>{{ x }}</b>{% endcall %}{% endfor %}"
    ).data == (b"(1,)2<b>3</b>")


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner", "dict"])
def test_filler_and_mutable_globals_are_not_there(name: str) -> None:
    problem = fill(f"{{{{ {name}() }}}}").problem
    assert name in Environment().globals
    assert problem
    assert problem.message == f"`{name}` is undefined"


def test_filter_of_chance_is_not_there() -> None:
    problem = fill("{{ [1] | random }}").problem
    assert problem
    assert problem.message == "no filter named `random`"
