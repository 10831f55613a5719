"""From a built site to the world: sending it, and telling what a change does to it."""
