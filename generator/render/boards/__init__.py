"""Feeds for job boards as XML."""
