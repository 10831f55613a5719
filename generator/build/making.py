"""A build that has something to do: from what the files say to the files of the site."""

from collections.abc import Iterator, Mapping
from functools import partial

from jinja2 import BytecodeCache
from msgspec import Struct

from generator.build.assets import publish_theme, theme_url
from generator.build.cards import CardKit, CardSource, card_kit
from generator.build.looks import looks_of
from generator.build.modelling import modelled
from generator.build.output.sink import Output, Writer, output
from generator.build.rendering import BodyAt, Press
from generator.build.report import Report, Said
from generator.build.run import Run
from generator.build.source.theme import parse_theme
from generator.build.store.bytecode import kept_bytecode
from generator.build.store.codec import encode, told
from generator.build.store.keys import digest, key
from generator.build.store.pictures import open_pictures
from generator.build.verifying import verification_problems
from generator.checks.echoes import without_echoes
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, has_errors, in_order
from generator.model.files import STATIC_FOLDER
from generator.pages import urls
from generator.pages.assets import Asset
from generator.pages.kinds import UNREAD, Kind
from generator.render.theme import Theme


class _Theming(Struct, frozen=True):
    """The theme as this site uses it: its published files by name, and their addresses."""

    theme: Theme
    files: Mapping[str, bytes]
    urls: Mapping[str, str]
    problems: tuple[Diagnostic, ...]


def make(run: Run) -> Report:
    """The site into the sink, or what is wrong."""
    pictures = open_pictures(run.cache.path.parent) if run.options.cache and run.config.cards else None
    source = CardSource(run.config, run.theme, partial(_logo, run), run.cache, pictures)
    with card_kit(source) as cards:
        return _made(run, cards)


def _made(run: Run, cards: CardKit) -> Report:
    bytecode = kept_bytecode(run.cache.engine, run.options.environment) if run.options.cache else None
    theming = _theming(run, cards, bytecode)
    model = modelled(run, theming.urls, cards)
    own = (*theming.problems, *cards.problems, *without_echoes(model.problems, run.content.diagnostics))
    problems = in_order((*run.problems, *own))
    if has_errors(problems, run.options.strict):
        return Report(model.summary, problems)
    writer = run.sink.writer()
    outputs = [*_static(run, writer), *_published(run, theming, writer)]
    failures = []
    pictures = read = 0
    for made in model.pages(_press(run, theming.theme, cards, writer, bytecode)):
        outputs.append(made.output)
        failures += [made.problem] if made.problem else []
        pictures += made.record.kind is Kind.CARD
        read += made.record.kind not in UNREAD
        run.progress(read, model.summary.pages)
    if run.options.verify and not failures:
        failures += verification_problems(run, outputs)
    problems = in_order((*problems, *failures))
    if has_errors(failures, run.options.strict):
        return Report(model.summary, problems)
    parsed = frozenset(file.key for file in run.content.files.values())
    run.cache.trim(parsed, model.memos())
    run.cache.commit()
    if cards.drawing and cards.drawing.kept:
        cards.drawing.kept.trim(pictures)
    report = encode(Said(model.summary, told(own)))
    return Report(model.summary, problems, run.sink.commit(outputs, run.key(), report))


def _theming(run: Run, cards: CardKit, bytecode: BytecodeCache | None) -> _Theming:
    theme, theme_problems = parse_theme(run.theme, cards.faces)
    files, style_problems = publish_theme(theme, run.config, bytecode)
    addresses = {name: theme_url(name, data) for name, data in files.items()}
    return _Theming(theme, files, addresses, (*theme_problems, *style_problems))


def _logo(run: Run) -> tuple[Asset, bytes] | None:
    """The site's logo, if it has one of its own."""
    name = run.config.logo.lstrip("/")
    asset = run.content.static.get(name)
    return (asset, _read(run, f"{STATIC_FOLDER}/{name}")) if asset else None


def _read(run: Run, path: str) -> bytes:
    """The bytes of a file that was read before, which must be the same."""
    data = run.workspace.read(path)
    if digest(data) != run.content.files[path].digest:
        raise OpeningsError(f"`{path}` changed while the site was built", "build again")
    return data


def _static(run: Run, writer: Writer) -> Iterator[Output]:
    """The site's own files, copied as they are."""
    prefix = f"{STATIC_FOLDER}/"
    for path in run.workspace.static():
        name, expected = path.removeprefix(prefix), run.content.files[path].digest
        own = key("static", expected)
        if run.former.keys.get(name) == own:
            yield Output(name, own)
            continue
        yield output(name, own, _read(run, path), writer)


def _published(run: Run, theming: _Theming, writer: Writer) -> Iterator[Output]:
    """The theme's files, under the names that change with them."""
    for name, url in theming.urls.items():
        path, data = urls.file_of(url), theming.files[name]
        own = key("theme", data)
        is_kept = run.former.keys.get(path) == own
        yield Output(path, own) if is_kept else output(path, own, data, writer)


def _press(run: Run, theme: Theme, cards: CardKit, writer: Writer, bytecode: BytecodeCache | None) -> Press:
    return Press(
        theme=theme,
        language=run.config.language,
        looks=looks_of(theme, run.config.language, run.cache, cards.fonts),
        bodies={path: BodyAt(file.key, file.entry.body) for path, file in run.content.files.items()},
        cache=run.cache.path,
        former=run.former.keys,
        writer=writer,
        bytecode=bytecode,
        drawing=cards.drawing,
    )
