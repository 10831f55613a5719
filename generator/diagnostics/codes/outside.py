"""LK: what became of links to other sites, which `openings check --links` asks."""

from generator.diagnostics.diagnostic import Code, Severity

GONE = Code(
    "LK001",
    "outside-link-gone",
    Severity.WARNING,
    """A link leads to another site, and nothing is there any more: the answer is 404 or 410, there is no host
of that name, or the address is none that anybody could ask. Link to another page, or take the link out. For a
link to apply, this means that nobody can.

Where a page can be seen in a browser all the same, its server turns programs away. Tell the check not to ask:

    links:
      skip: [www.example.com/members/]""",
)

MOVED = Code(
    "LK002",
    "outside-link-moved",
    Severity.NOTICE,
    """Another site says that a page has moved for good, and where to. Visitors still arrive, as long as that
site keeps the redirect. Write the new address.""",
)

UNTRUSTED = Code(
    "LK003",
    "outside-link-untrusted",
    Severity.WARNING,
    """A link leads to a server whose certificate isn't valid: it has expired, is another host's, or its
issuer is unknown. Browsers show a warning in place of the page. Tell whoever runs it, or link elsewhere.

Where a company has an authority of its own, name its file of certificates in the environment:
`SSL_CERT_FILE=authority.pem openings check --links`.""",
)

REFUSED = Code(
    "LK004",
    "outside-link-not-asked",
    Severity.WARNING,
    """A link leads into an inner network, such as `localhost` or 10.0.0.1, or to a port other than 80 and
443. Visitors can't reach the first. Neither is asked: content may come from a stranger, and must not make
the machine that checks it ask around in its own network. An address with a name or password in it isn't
asked either: each reader of the page could use it.

Where such a link is meant, whoever runs the check may allow the host:

    openings check --links --allow-host wiki.example.com --allow-host www.example.com:8443

site.yaml can't allow it, since that file is content too. It can leave the link out by `links: {skip: …}`.""",
)

UNKNOWN = Code(
    "LK005",
    "outside-links-unknown",
    Severity.NOTICE,
    """Of some links, nobody can tell by asking whether they work: their servers want a log-in, turn programs
away (401, 403, 429, 999), have trouble of their own (500 and more), or took too long. Or there was no time
left to ask. They are asked again the next day, and those that weren't asked in the next run. A few are named;
look at them in a browser. To ask a host no more, name it in `links: {skip: …}`.""",
)

OFFLINE = Code(
    "LK006",
    "outside-links-offline",
    Severity.WARNING,
    """No link to another site could be asked, and it looks as if this machine has no way out: no name server
answers, or not one of several hosts is found. Nothing is said of the links. Run the check where there is a
network.

Links are asked directly, and not by the proxy that the environment names: a proxy looks hosts up anew, and
might be led into your network.""",
)
