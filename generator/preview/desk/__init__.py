"""What the preview tells about a site: what is wrong with it, where postings stand, what a theme is given."""
