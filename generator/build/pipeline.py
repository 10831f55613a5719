"""From a site's folder to its files: read, relate, plan, render, hand over."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.build.assets import gather_static, publish_theme, theme_url
from generator.build.clock import build_day
from generator.build.reading import Options, read_content
from generator.build.relating import all_problems, relate
from generator.build.sink import Sink, Written
from generator.build.theme_folder import read_theme
from generator.build.workspace import Workspace
from generator.checks.output import output_problems
from generator.diagnostics.diagnostic import Diagnostic, has_errors, in_order
from generator.library.site import Site
from generator.model.files import STATIC_FOLDER
from generator.pages import urls
from generator.pages.assets import Assets
from generator.pages.frame import frame
from generator.pages.plan import Plan
from generator.pages.view import view
from generator.render.renderer import Rendered, Renderer
from generator.render.theme import Theme

# Told of each page that is done and of how many there are.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Ready:
    """All that rendering needs; `assets` are the theme's published files by their path in the output."""

    plan: Plan
    theme: Theme
    assets: Mapping[str, bytes]
    bodies: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is known before the first page is rendered; not ready where site.yaml can't be read."""

    ready: Ready | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build found and did; nothing was written where `written` is None."""

    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    written: Written | None = None

    @property
    def site(self) -> Site | None:
        """The site of the day, where site.yaml can be read."""
        return self.plan.site if self.plan else None


def build(
    workspace: Workspace, options: Options, sink: Sink, progress: Progress = lambda done, total: None
) -> Report:
    """The whole site into the sink, or every problem of every file and no change at all."""
    try:
        report = _build(workspace, options, sink, progress)
    except BaseException:
        sink.abort()
        raise
    if report.written is None:
        sink.abort()
    return report


def _build(workspace: Workspace, options: Options, sink: Sink, progress: Progress) -> Report:
    prepared = prepare(workspace, options)
    ready = prepared.ready
    before = in_order((*prepared.diagnostics, *sink.problems()))
    if ready is None or has_errors(before, options.strict):
        return Report(ready.plan if ready else None, before)
    problems = _stage(_outputs(workspace, ready, progress), sink, ready, options)
    diagnostics = in_order((*before, *problems))
    if has_errors(problems, options.strict):
        return Report(ready.plan, diagnostics)
    return Report(ready.plan, diagnostics, sink.commit())


def _stage(
    outputs: Iterable[tuple[str, Rendered]], sink: Sink, ready: Ready, options: Options
) -> list[Diagnostic]:
    """Takes every output into the sink; with `verify`, also reads them all back and judges them."""
    problems: list[Diagnostic] = []
    taken: dict[str, bytes] = {}
    for path, rendered in outputs:
        if rendered.problem:
            problems.append(rendered.problem)
            continue
        sink.stage(path, rendered.data)
        if options.verify:
            taken[path] = rendered.data
    if taken and not problems:
        problems += output_problems(taken, ready.plan.site.config.url)
    return problems


def prepare(workspace: Workspace, options: Options) -> Prepared:
    """The plan of the site and all problems that can be known without rendering."""
    content = read_content(workspace, options)
    if content.config is None:
        return Prepared(None, in_order(content.diagnostics))
    config = content.config
    theme, theme_problems = read_theme(workspace.root, config.theme.name)
    today = build_day(options.as_of, options.environment, config.time_zone)
    files, style_problems = publish_theme(theme, config)
    assets = Assets(gather_static(workspace), {name: theme_url(name, data) for name, data in files.items()})
    related = relate(content.documents, config, today, assets, options.drafts)
    published = {urls.file_of(assets.theme[name]): data for name, data in files.items()}
    problems = (*theme_problems, *style_problems, *all_problems(content, related))
    return Prepared(Ready(related.plan, theme, published, content.bodies), in_order(problems))


def _outputs(workspace: Workspace, ready: Ready, progress: Progress) -> Iterator[tuple[str, Rendered]]:
    """Every file of the site by its path below the output: static files, the theme's, then pages."""
    for path in workspace.static():
        yield path.removeprefix(f"{STATIC_FOLDER}/"), Rendered(workspace.read(path))
    for path, data in ready.assets.items():
        yield path, Rendered(data)
    language = ready.plan.site.config.language
    shared = frame(ready.plan, language)
    renderer = Renderer(ready.theme, language, ready.bodies.__getitem__)
    for done, page in enumerate(ready.plan.pages, 1):
        yield urls.file_of(page.url), renderer.render(page.kind, view(page, ready.plan, shared))
        progress(done, len(ready.plan.pages))
