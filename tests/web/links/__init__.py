"""Tests of asking links."""
