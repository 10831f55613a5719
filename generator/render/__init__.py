"""A page's view becomes bytes."""
