"""How soon a preview is there, how soon it shows what was saved, and whether it holds under load."""
