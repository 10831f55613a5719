"""The site over HTTP, to browsers of this machine."""
