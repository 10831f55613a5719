"""Colours as numbers, and how far two of them stand apart (WCAG 2.2)."""

# Red, green and blue from 0 to 255.
Rgb = tuple[float, float, float]

# Success criterion 1.4.3 (AA), for text of usual size.
ENOUGH = 4.5

# What a luminance is given in the ratio, for light that a screen reflects.
FLARE = 0.05


def rgb(text: str) -> Rgb:
    """The colour that a text such as `#1f6f54` or `#abc` says."""
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + FLARE) / (dark + FLARE)


def luminance(colour: Rgb) -> float:
    """The relative luminance of a colour: 0 for black to 1 for white."""
    red, green, blue = map(light, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def light(channel: float) -> float:
    """The light that a channel's value stands for, from 0 to 1 (sRGB)."""
    value = channel / 255
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
