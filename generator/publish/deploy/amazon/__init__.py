"""Asks Amazon's services and what speaks like them, and says in words of ours why one refuses."""
