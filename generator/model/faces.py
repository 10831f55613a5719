"""Fonts as far as text has to be measured."""

from collections.abc import Mapping

from generator.model.values import Value


class Face(Value, frozen=True):
    """How wide the characters of a font are, in parts of `units` to the font's size.

    `weights` holds the widths by code point for each weight (400 is regular, 700 bold) that was measured:
    one for a plain font, several for a variable one.
    """

    units: int
    weights: Mapping[int, Mapping[int, float]]

    @property
    def characters(self) -> frozenset[int]:
        """The code points that the font has."""
        return frozenset(code for widths in self.weights.values() for code in widths)

    def widths(self, weight: int) -> Mapping[int, float]:
        """The widths at the nearest weight that was measured."""
        return self.weights[min(self.weights, key=lambda measured: abs(measured - weight))]
