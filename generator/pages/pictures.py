"""Pictures that front matter and site.yaml name."""

from generator.pages.plan import Plan
from generator.pages.views import Picture


def picture(image: str, alt: str, plan: Plan) -> Picture | None:
    """A picture by its path below `content/static/`; None where there is none."""
    name = image.lstrip("/")
    asset = plan.assets.static.get(name)
    if not asset:
        return None
    return Picture(plan.href(f"/{name}"), alt, asset.width, asset.height)
