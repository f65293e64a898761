"""Where a passage stands in a text that was put in the place of another."""


def place_of(passage: str, start: int, text: str) -> int | None:
    """Where `passage`, which began at `start` in an older text, begins in `text`.

    None where it reads differently now, or stands there more than once and nobody can tell which
    is meant.

    >>> place_of("my name", 8, "Call me by my name")
    11
    >>> place_of("me", 5, "Call me, not my [sister]") == 5
    True
    """
    if text[start : start + len(passage)] == passage:
        return start
    found = text.find(passage)
    if found == -1 or text.find(passage, found + 1) != -1:
        return None
    return found
