"""Views as JSON and back: for their digests, and to render a page again without the whole site at hand."""

import json
from typing import Any

from generator.build.codec import encode, encoder, plain, restored
from generator.build.keys import digest
from generator.pages.views import BodyView, Frame, View


class ViewCodec:
    """Views of one frame, which all pages share and JSON only names."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._named = {"frame": digest(encode(frame)).hex()}
        self._sources: list[str] = []
        self._encoder = encoder(self._plain)
        self._decoder = json.JSONDecoder(object_hook=self._restored)

    def encode(self, view: View) -> tuple[bytes, tuple[str, ...]]:
        """The view as JSON, and the files whose words it shows."""
        self._sources = []
        data = self._encoder.encode(view).encode("utf-8", "surrogatepass")
        return data, tuple(dict.fromkeys(self._sources))

    def decode(self, data: bytes) -> View:
        """The view that was encoded with this frame."""
        view: View = self._decoder.decode(data.decode("utf-8", "surrogatepass"))
        return view

    def _plain(self, value: Any) -> object:
        if type(value) is Frame:
            return self._named
        if type(value) is BodyView and value.source:
            self._sources.append(value.source)
        return plain(value)

    def _restored(self, found: dict[str, Any]) -> object:
        return self._frame if "frame" in found else restored(found)
