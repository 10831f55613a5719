"""When to look at the site's folder again."""
