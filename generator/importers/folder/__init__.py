"""A folder of Markdown, HTML, YAML or JSON, as other site generators have it."""
