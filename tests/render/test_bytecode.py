from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from msgspec.structs import replace

from generator.pages.kinds import Kind
from generator.render.renderer import Renderer
from generator.render.theme import Theme
from tests.render.filling import PIECES, home, make_theme


class _Memory(BytecodeCache):
    """Bytecode in memory, with the templates that had to be compiled."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self.compiled = 0

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()
        self.compiled += 1


_THEME = replace(
    make_theme({"home": '{{ "hi" | t }}{{ "a.html" | part(v=page.tagline) }}', "a": "<b>{{ v }}</b>"}),
    words={"en": {"hi": "Hello "}, "fr": {"hi": "Salut "}},
)
_SHOWN = b"Hello <b>Tea &amp; &lt;biscuits&gt;</b>"


def _shown(memory: _Memory, theme: Theme = _THEME, language: str = "en") -> bytes:
    return Renderer(theme, language, PIECES.__getitem__, memory).render(Kind.HOME, home()).data


def test_templates_are_compiled_once_for_all_renderers() -> None:
    memory = _Memory()
    assert [_shown(memory) for _ in range(3)] == [_SHOWN] * 3
    assert memory.compiled == 2


def test_changed_template_is_compiled_again() -> None:
    memory = _Memory()
    _shown(memory)
    changed = replace(_THEME, templates={**_THEME.templates, "a.html": "[{{ v }}]"})
    assert _shown(memory, changed) == b"Hello [Tea &amp; &lt;biscuits&gt;]"
    assert memory.compiled == 3


def test_changed_word_is_not_taken_from_old_bytecode() -> None:
    memory = _Memory()
    _shown(memory)
    changed = replace(_THEME, words={"en": {"hi": "Howdy "}})
    assert _shown(memory, changed) == _SHOWN.replace(b"Hello", b"Howdy")


def test_languages_have_bytecode_of_their_own() -> None:
    memory = _Memory()
    for _ in range(2):
        assert _shown(memory) == _SHOWN
        assert _shown(memory, language="fr") == _SHOWN.replace(b"Hello", b"Salut")
    assert memory.compiled == 4


def test_mistake_in_kept_bytecode_is_reported_with_its_line() -> None:
    theme = make_theme({"home": "a\n{{ page.nothing }}"})
    memory = _Memory()
    for _ in range(2):
        problem = Renderer(theme, "en", PIECES.__getitem__, memory).render(Kind.HOME, home()).problem
        assert problem
        assert problem.at
        assert (problem.at.path, problem.at.line) == ("themes/plain/templates/home.html", 2)
