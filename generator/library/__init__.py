"""Values of single files become one site: category and place trees, lifecycle, similar jobs."""
