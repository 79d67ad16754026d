"""The language of a text, so that articles in other languages are stored but not misread."""

FEWEST_LETTERS = 20
"""Below this a guess is worth nothing."""

SURE_LETTERS = 200
"""From here on the text is believed more than what its page declares, which is often the template's."""

_SAMPLE = 4000


def language_of(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of the text's language, None where it cannot be told."""
    letters = sum(char.isalpha() for char in text[:_SAMPLE])
    stated = primary(declared)
    if letters < FEWEST_LETTERS or (stated and letters < SURE_LETTERS):
        return stated
    return _detected(text[:_SAMPLE]) or stated


def primary(tag: str | None) -> str | None:
    """`en` from `en-GB` or `en_GB`; None where the tag is no language tag."""
    code = (tag or "").strip().lower().replace("_", "-").partition("-")[0]
    return code if code.isascii() and code.isalpha() and len(code) in (2, 3) and code != "und" else None


def _detected(text: str) -> str | None:
    from py3langid import classify

    code = str(classify(text)[0])
    return None if code in ("und", "zxx") else code
