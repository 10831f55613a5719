"""From the first build to a site that visitors find: the steps that only a person can take."""

import shlex
from collections.abc import Iterator

from generator.cli.init.automation import GITHUB, GITLAB, HOOKS, NO_CI, PAGES, Wish
from generator.cli.init.surroundings import USUAL, Surroundings

_SERVICES = {GITHUB: "GitHub", GITLAB: "GitLab"}


def way_live(wish: Wish, around: Surroundings) -> Iterator[str]:
    """What to do after a look at the site, a line each; docs/hosts.md tells it at length."""
    if wish.ci == NO_CI and wish.host not in HOOKS:
        yield "after each change and every day: `openings lock`, `openings build`, and output/ to your host"
        yield from _address(wish)
        return
    yield from _to_commit(wish, around)
    yield from _to_push(wish, around)
    yield from _at_host(wish)
    yield from _address(wish)
    if wish.ci == GITLAB:
        yield "on GitLab: Settings > Access tokens, a project token with the scope `write_repository`; save"
        yield "it as the CI/CD variable `OPENINGS_TOKEN`, masked and protected: it is for recording addresses"
        yield "on GitLab: Build > Pipeline schedules, a new one for every night"


def _to_commit(wish: Wish, around: Surroundings) -> Iterator[str]:
    if not around.is_repository:
        yield f"git init --initial-branch {wish.branch}"
    yield "git add . && git commit --message 'Our careers site'"


def _to_push(wish: Wish, around: Surroundings) -> Iterator[str]:
    if not around.has_remote:
        yield f"{f'on {_SERVICES[wish.ci]}: ' if wish.ci in _SERVICES else ''}make a repository"
        yield "git remote add origin ADDRESS"
    if wish.host == PAGES and wish.ci == GITHUB:
        yield "on GitHub: in Settings > Pages, choose the source `GitHub Actions`"
    yield f"git push --set-upstream origin {shlex.quote(around.at_hand)}"
    if around.at_hand != wish.branch:
        yield f"merge it into `{wish.branch}`, the branch that is published"
    elif wish.branch not in USUAL:
        yield f"`{wish.branch}` is the branch that is published; the workflows name it, for you to change"


def _at_host(wish: Wish) -> Iterator[str]:
    match wish.host:
        case "netlify":
            yield "on Netlify: Add new project > Import an existing project; netlify.toml says the rest"
        case "cloudflare":
            yield "on Cloudflare: Workers & Pages > Create > Import a repository, with the build command"
            yield "`pip install -r requirements.txt && openings build`"
        case "vercel":
            yield "on Vercel: Add New > Project > Import; vercel.json says the rest"
        case "azure":
            yield "on Azure: a Static Web App with the source `Other`; save its deployment token on GitHub as"
            yield "the secret `AZURE_STATIC_WEB_APPS_API_TOKEN`"
        case "none":
            yield "in content/site.yaml: say where to with `deploy`"
    if wish.host in HOOKS:
        yield from _daily(wish)


def _daily(wish: Wish) -> Iterator[str]:
    """How a host that builds by itself is told to, on days without a push."""
    name, hook = HOOKS[wish.host]
    if wish.ci == NO_CI:
        yield f"for the daily build: make a {hook} at {name}, and let a scheduler POST to its address"
        return
    what = "secret" if wish.ci == GITHUB else "CI/CD variable"
    yield f"for the daily build: make a {hook} at {name}, and save its address on {_SERVICES[wish.ci]}"
    yield f"as the {what} `DEPLOY_HOOK`"


def _address(wish: Wish) -> Iterator[str]:
    """The site's own address, where the workflows don't ask the host for it."""
    if wish.host != PAGES or wish.ci == NO_CI:
        yield "in content/site.yaml: make `url` the address that visitors find the site at"
