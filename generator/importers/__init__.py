"""Postings from other systems become files of ours, and stay in step with their source."""
