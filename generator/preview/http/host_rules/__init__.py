"""`_headers` and `_redirects`, read as Netlify and Cloudflare read them."""
