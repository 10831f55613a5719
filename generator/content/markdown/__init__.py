"""Markdown becomes HTML in pieces, with the links between them left open."""

from generator.content.markdown.body import MarkdownResult, parse_body

__all__ = ["MarkdownResult", "parse_body"]
