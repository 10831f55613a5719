"""Openings: a folder of Markdown becomes a company's careers site."""

__version__ = "0.1.0"
