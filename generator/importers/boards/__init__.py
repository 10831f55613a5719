"""Job boards: bytes of their public addresses become postings."""
