"""The kit: every state of a theme on one page, for those who write one."""
