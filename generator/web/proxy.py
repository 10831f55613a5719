"""The proxy that the environment names, as `urllib` reads it: HTTPS_PROXY, HTTP_PROXY and NO_PROXY."""

from base64 import b64encode
from ipaddress import ip_address
from urllib.request import getproxies, proxy_bypass

from generator.web.address import Address, parse_address
from generator.web.failure import Cause, FetchError


def proxy_for(address: Address) -> Address | None:
    """The proxy that is asked in the address's place; the machine itself is never asked by one."""
    url = getproxies().get(address.scheme)
    if not url or _is_loopback(address.host) or proxy_bypass(f"{address.host}:{address.port}"):
        return None
    try:
        return parse_address(url if "://" in url else f"http://{url}", ("http",))
    except FetchError as error:
        name = f"{address.scheme.upper()}_PROXY"
        raise FetchError(f"the proxy of {name} can't be asked: {error}", Cause.CONNECTION) from None


def authorization(login: str) -> str:
    """The header's value for a name and password."""
    return f"Basic {b64encode(login.encode()).decode()}"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
