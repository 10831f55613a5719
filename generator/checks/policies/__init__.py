"""What job boards, laws and the site itself ask of open postings."""
