"""Tests of asking the web."""
