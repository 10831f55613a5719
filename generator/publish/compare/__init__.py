"""Tells what a change does to the site: two sites of the same day, compared as people read them."""
