"""People and desks to write to."""

from urllib.parse import quote

from generator.model.values import Contact
from generator.pages.views import ContactView


def contact_view(contact: Contact) -> ContactView:
    """Somebody to write to or call, with an address for each way."""
    return ContactView(
        name=contact.name,
        email=contact.email,
        mail_url=mail_url(contact.email) if contact.email else "",
        phone=contact.phone,
        phone_url=f"tel:{_digits(contact.phone)}" if contact.phone else "",
        url=contact.url,
    )


def mail_url(address: str, subject: str = "") -> str:
    """A `mailto:` address; escaped, so that nothing in it is read as a further header."""
    url = f"mailto:{quote(address, safe='@')}"
    return f"{url}?subject={quote(subject)}" if subject else url


def _digits(phone: str) -> str:
    return "".join(ch for ch in phone if ch.isdigit() or ch == "+")
