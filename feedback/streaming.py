"""Handing out a picture or a sound that is nobody's but the reader's: no copy, no script, no name.

Safari plays a sound only from a server that gives parts of it when asked.
"""

import re

from django.http import HttpRequest, HttpResponse

_PART = re.compile(r"bytes=(\d*)-(\d*)\Z")


def private_file(request: HttpRequest, content: bytes, mime: str) -> HttpResponse:
    """The file, or the part of it that the browser asks for. Whoever calls this adds `no-store`."""
    content = bytes(content)
    response = _part(request.headers.get("Range", ""), content) or HttpResponse(content)
    response["Content-Type"] = mime
    response["Content-Disposition"] = "inline"
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _part(asked: str, content: bytes) -> HttpResponse | None:
    """The one part that was asked for (RFC 9110, section 14.2), or None to give everything.

    `asked` is "bytes=0-99", "bytes=100-" or "bytes=-100" (the last hundred).
    """
    found = _PART.match(asked)
    if not found or found.groups() == ("", ""):
        return None
    size, (first, last) = len(content), found.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last), size - 1) if first and last else size - 1
    if start > end:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
        return response
    response = HttpResponse(content[start : end + 1], status=206)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    return response
