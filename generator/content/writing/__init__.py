"""Front matter as text: written anew, or changed in place."""
