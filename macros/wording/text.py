"""Small pieces of text: a number with its noun, a sentence, the size of a file."""

from macros.wording.labels import Forms, labels

KILO = 1000


def count(number: int, forms: Forms) -> str:
    """Return '1 set', '3 sets'."""
    return f"{number} {form(number, forms)}"


def count_range(low: int, high: int, forms: Forms) -> str:
    """Return '3 to 4 days', or '3 days' where both are the same."""
    return count(high, forms) if low == high else f"{low} {labels().to} {count(high, forms)}"


def form(number: int, forms: Forms) -> str:
    """Return the form of a noun that goes with *number*."""
    return forms[number != 1]


def sentence(text: str) -> str:
    """Return *text* with a capital and a full stop, unless it already ends in a sign."""
    return text[:1].upper() + text[1:] + ("" if text[-1:] in ".?!" else ".")


def lower_first(text: str) -> str:
    """Return *text* without a capital at its start, to go on with it inside a sentence; 'US' stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def file_size(size: int) -> str:
    """Return '54 kB', or '3.8 MB' from a thousand kB on; *size* is in bytes."""
    if size < KILO * KILO:
        return f"{max(1, round(size / KILO))} {labels().kilobyte}"
    return f"{size / KILO / KILO:.1f} {labels().megabyte}"
