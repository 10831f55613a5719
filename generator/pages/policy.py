"""What pages may load, as browsers read it (W3C Content Security Policy Level 3)."""

from urllib.parse import urlsplit

from generator.model.site_config import SiteConfig

_SELF, _NONE = "'self'", "'none'"


def content_security_policy(config: SiteConfig) -> str:
    """The site's own files and nothing else, but for the hosts that site.yaml names.

    No inline code and no `eval`. `form-action` and `base-uri` don't fall back to `default-src`.
    """
    hosts = config.other_hosts
    counting = (_origin(config.analytics.script),) if config.analytics else ()
    reporting = (*counting, *config.analytics.hosts) if config.analytics else ()
    directives = {
        "default-src": (_NONE,),
        "script-src": (_SELF, *counting, *hosts.scripts),
        "style-src": (_SELF, *hosts.styles),
        "img-src": (_SELF, *reporting, *hosts.pictures),  # many counters report by asking for a picture
        "font-src": (_SELF, *hosts.fonts),
        "media-src": (_SELF, *hosts.media),
        "frame-src": hosts.frames or (_NONE,),
        "connect-src": (_SELF, *reporting, *hosts.connections),
        "manifest-src": (_SELF,),
        "form-action": (_SELF,),
        "base-uri": (_NONE,),
    }
    return "; ".join(f"{name} {' '.join(dict.fromkeys(sources))}" for name, sources in directives.items())


def policy_header(config: SiteConfig) -> str:
    """The same as hosts send it; who may show the site in a frame can be said only there."""
    return f"{content_security_policy(config)}; frame-ancestors {_NONE}"


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
