"""Asks whether links out of a site still lead somewhere."""
