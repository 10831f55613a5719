"""The local server: pages are made when a browser asks for them, and again when a file is saved."""
