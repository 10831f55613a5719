"""From a site's folder to its files: read, relate, plan, render, hand over."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.build.assets import gather_static, publish_theme, theme_url
from generator.build.clock import build_day
from generator.build.reading import Content, Options, read_content
from generator.build.relating import all_problems, relate
from generator.build.sink import Sink, Written
from generator.build.theme_folder import read_theme
from generator.build.workspace import STATIC, Workspace
from generator.diagnostics.diagnostic import Diagnostic, has_errors, in_order
from generator.library.site import Site
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
class Prepared:
    """All that is known before the first page is rendered; no plan where site.yaml can't be read.

    `assets` are the theme's published files by their path below the output.
    """

    content: Content
    site: Site | None
    plan: Plan | None
    theme: Theme | None
    assets: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build found and did; with errors, nothing was written."""

    prepared: Prepared
    diagnostics: tuple[Diagnostic, ...]
    pages: int = 0
    written: Written | None = None


def build(
    workspace: Workspace, options: Options, sink: Sink, progress: Progress = lambda done, total: None
) -> Report:
    """The whole site into the sink, or every problem of every file and no change at all."""
    prepared = prepare(workspace, options)
    if has_errors(prepared.diagnostics, options.strict) or not prepared.plan or not prepared.theme:
        return Report(prepared, prepared.diagnostics)
    try:
        outputs = _outputs(workspace, prepared, prepared.plan, prepared.theme, progress)
        problems = _stage(outputs, sink)
    except BaseException:
        sink.abort()
        raise
    diagnostics = in_order((*prepared.diagnostics, *problems))
    if problems:
        sink.abort()
        return Report(prepared, diagnostics)
    return Report(prepared, diagnostics, len(prepared.plan.pages), sink.commit())


def _stage(outputs: Iterable[tuple[str, Rendered]], sink: Sink) -> list[Diagnostic]:
    """Takes every output into the sink; after the first problem, only looks for others."""
    problems: list[Diagnostic] = []
    for path, rendered in outputs:
        if rendered.problem:
            problems.append(rendered.problem)
        elif not problems:
            sink.stage(path, rendered.data)
    return problems


def prepare(workspace: Workspace, options: Options) -> Prepared:
    """The plan of the site and all problems that can be known without rendering."""
    content = read_content(workspace, options)
    if content.config is None:
        return Prepared(content, None, None, None, {}, in_order(content.diagnostics))
    config = content.config
    theme, theme_problems = read_theme(workspace.root, config.theme.name)
    today = build_day(options.as_of, options.environment, config.time_zone)
    files, style_problems = publish_theme(theme, config)
    assets = Assets(gather_static(workspace), {name: theme_url(name, data) for name, data in files.items()})
    related = relate(content.documents, config, today, assets, options.drafts)
    problems = (*theme_problems, *style_problems, *all_problems(content, related))
    published = {urls.file_of(assets.theme[name]): data for name, data in files.items()}
    return Prepared(content, related.site, related.plan, theme, published, in_order(problems))


def _outputs(
    workspace: Workspace, prepared: Prepared, planned: Plan, theme: Theme, progress: Progress
) -> Iterator[tuple[str, Rendered]]:
    """Every file of the site by its path below the output: static files, the theme's, then pages."""
    for path in workspace.static():
        yield path.removeprefix(STATIC), Rendered(workspace.read(path))
    for path, data in prepared.assets.items():
        yield path, Rendered(data)
    language = planned.site.config.language
    shared = frame(planned, language)
    renderer = Renderer(theme, language, prepared.content.bodies.__getitem__)
    for done, page in enumerate(planned.pages, 1):
        yield urls.file_of(page.url), renderer.render(page.kind, view(page, planned, shared))
        progress(done, len(planned.pages))
