"""YAML as editors write it: a strict loader, and words for what goes wrong."""
