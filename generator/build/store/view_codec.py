"""Views as JSON and back: for their digests, and to render a page again without the whole site at hand."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from generator.build.store.codec import decode, encode
from generator.build.store.keys import digest
from generator.pages.board_views import IndeedJob, IndeedView, LinkedInJob, LinkedInView
from generator.pages.data_views import DataView, View
from generator.pages.views import BodyView, CardView, Extra, Frame, JobView

# All pages share their frame: it is kept once, and the views without it.
_BLANK = Frame()


class ViewCodec:
    """Views of one frame."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._frame_digest = digest(encode(frame))

    def encode(self, view: View) -> tuple[bytes, bytes]:
        """The view as JSON, without its frame; and the digest that stands for both."""
        if isinstance(view, DataView | CardView):
            data = encode(view)
            return data, digest(data)
        data = encode(replace(view, frame=_BLANK))
        return data, digest(self._frame_digest + data)

    def decode(self, data: bytes) -> View:
        """The view that was encoded, in this frame."""
        view: View = decode(data, View)  # type: ignore[arg-type]  # a union is no `type`
        if isinstance(view, CardView):
            return replace(view, settings=_restored(view.settings))
        if isinstance(view, DataView):
            return view
        own: Extra | None = getattr(view, "extra", None)
        return replace(view, frame=self._frame, **({"extra": _restored(own)} if own else {}))


def sources_of(view: View) -> tuple[str, ...]:
    """The files whose words a view shows."""
    return tuple(dict.fromkeys(body.source for body in _bodies(view) if body.source))


def _bodies(view: View) -> Iterator[BodyView]:
    if isinstance(view, IndeedView | LinkedInView):
        showing: Iterable[View | IndeedJob | LinkedInJob] = view.jobs
    else:
        showing = (view,)
    for each in showing:
        yield getattr(each, "body", BodyView())
        if isinstance(each, JobView | IndeedJob | LinkedInJob):
            yield from (snippet.body for snippet in each.snippets)


def _restored(extra: Extra) -> Extra:
    return Extra(tuple((name, _frozen(value)) for name, value in extra.fields))


def _frozen(value: Any) -> object:
    """A site's own values, which may hold anything, from plain JSON."""
    if isinstance(value, dict):
        return Extra(tuple((name, _frozen(part)) for name, part in value["fields"]))
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
