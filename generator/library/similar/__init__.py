"""Similar jobs: what somebody who reads one posting would want to read next."""
