"""How long it takes to send, compare and import, as whole processes."""
