"""An invented company and any number of its postings, the same on every machine."""
