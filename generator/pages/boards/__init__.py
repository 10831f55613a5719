"""Feeds for job boards, each as its own board asks for it."""
