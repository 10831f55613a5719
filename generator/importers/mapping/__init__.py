"""Which field of a source becomes which field of a posting: said in a file, or guessed."""
