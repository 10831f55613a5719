"""A site becomes pages: their URLs and the views that themes see."""
