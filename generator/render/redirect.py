"""A page that leads to another one, without a theme and without a word of its own."""

from html import escape

from generator.pages.data_views import RedirectView


def redirect(view: RedirectView) -> bytes:
    """The page; browsers go on at once, everybody else finds a link."""
    title, url = escape(view.title), escape(view.url)
    lang = f' lang="{escape(view.title_language)}"' if view.title_language else ""
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(view.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(view.policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title{lang}>{title}</title>",
        f'<link rel="canonical" href="{escape(view.canonical)}">',
        f'<meta http-equiv="refresh" content="0; url={url}">',
        "</head>",
        "<body>",
        f'<main><h1><a href="{url}"{lang}>{title}</a></h1></main>',
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()
