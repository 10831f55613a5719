"""From the first commit to a site that visitors find: the steps that only a person can take."""

from collections.abc import Iterator

from generator.cli.init.automation import GITHUB, PAGES, Wish

_DAILY = "for the daily build: save the address of a %s there as %s"


def way_live(wish: Wish, has_remote: bool) -> Iterator[str]:
    """What to do after the first commit, a line each; docs/hosts.md tells it at length."""
    if not has_remote:
        yield f"on {'GitHub' if wish.ci == GITHUB else 'GitLab'}: make a repository"
        yield "git remote add origin ADDRESS"
    if wish.host == PAGES and wish.ci == GITHUB:
        yield "on GitHub: in Settings > Pages, choose the source `GitHub Actions`"
    yield f"git push --set-upstream origin {wish.branch}"
    yield from _at_host(wish)
    if wish.ci != GITHUB:
        yield "on GitLab: Build > Pipeline schedules, a new one for every night"


def _at_host(wish: Wish) -> Iterator[str]:
    secret = "the secret `DEPLOY_HOOK`" if wish.ci == GITHUB else "the variable `DEPLOY_HOOK`"
    match wish.host:
        case "netlify":
            yield "on Netlify: Add new project > Import an existing project; netlify.toml says the rest"
            yield _DAILY % ("build hook", secret)
        case "cloudflare":
            yield "on Cloudflare: Workers & Pages > Create > Import a repository, with the build command"
            yield "`pip install -r requirements.txt && openings build`"
            yield _DAILY % ("deploy hook", secret)
        case "vercel":
            yield "on Vercel: Add New > Project > Import; vercel.json says the rest"
            yield _DAILY % ("deploy hook", secret)
        case "azure":
            yield "on Azure: a Static Web App with the source `Other`; save its deployment token on GitHub as"
            yield "the secret `AZURE_STATIC_WEB_APPS_API_TOKEN`"
        case "none":
            yield "in content/site.yaml: say where to with `deploy`"
