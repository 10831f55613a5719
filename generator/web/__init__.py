"""Asks addresses of the web, within limits."""
