"""Sends a built site to where visitors find it: what is new first, what is gone last."""
