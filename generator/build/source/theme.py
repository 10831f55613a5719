"""A theme's files become a theme."""

from collections.abc import Mapping

from generator.build.source.theme_folder import ThemeFiles
from generator.content.catalogue import parse_catalogue
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.faces import Face
from generator.render.theme import Catalogue, Theme


def parse_theme(read: ThemeFiles, faces: Mapping[str, Face]) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme of the files with its fonts for pictures, and what is wrong with its words."""
    shown = f"themes/{read.name}"
    words: dict[str, Catalogue] = {}
    problems: list[Diagnostic] = []
    for path, data in read.below("words").items():
        catalogue, own = parse_catalogue(f"{shown}/words/{path}", data)
        words[path.removesuffix(".yaml")] = catalogue
        problems += own
    templates = {path: data.decode("utf-8", "replace") for path, data in read.below("templates").items()}
    cards = {
        p: data.decode("utf-8", "replace") for p, data in read.below("cards").items() if p.endswith(".svg")
    }
    return Theme(read.name, shown, templates, words, read.below("assets"), cards, faces), tuple(problems)
