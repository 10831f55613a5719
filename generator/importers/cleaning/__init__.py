"""From a job board's HTML to Markdown as a person would write it."""
