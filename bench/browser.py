"""A browser as lean as can be: what drives the sites must not be what is measured.

Two ways to reach a site: over a kept-alive connection, and inside this process to count what it
asks of its database.
"""

import re
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import urlencode

Fields = Sequence[tuple[str, str]]
HOST = "127.0.0.1"
PATIENCE = 60  # seconds
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_LOCATION = re.compile(rb"\r\nlocation: *([^\r]+)", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\nset-cookie: *([^=]+)=([^;\r]*)", re.IGNORECASE)
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
_people = count(1)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    location: str
    body: bytes

    @property
    def token(self) -> str:
        """The token that guards the form on this page."""
        return _TOKEN.search(self.body)[1].decode()


@dataclass
class Browser:
    """One person's browser: a kept-alive connection, cookies, and an address of their own."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    extra: str = ""  # headers for one request alone

    def __post_init__(self) -> None:
        person = next(_people)
        self.address = f"10.{person >> 16 & 255}.{person >> 8 & 255}.{person & 255}"
        self.connection = socket.create_connection((HOST, self.port), timeout=PATIENCE)
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, path: str) -> Answer:
        return self._ask(f"GET {path} HTTP/1.1\r\n{self._headers()}\r\n".encode())

    def post(self, path: str, fields: Fields) -> Answer:
        body = urlencode(fields)
        head = (
            f"POST {path} HTTP/1.1\r\n{self._headers()}"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return self._ask((head + body).encode())

    def close(self) -> None:
        self.connection.close()

    def _headers(self) -> str:
        """Those of a proxy that ended TLS, and the cookies."""
        held = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return (
            f"Host: {HOST}\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: {self.address}\r\n"
            f"Referer: https://{HOST}/\r\n{self.extra}" + (f"Cookie: {held}\r\n" if held else "")
        )

    def _ask(self, request: bytes) -> Answer:
        self.connection.sendall(request)
        head, body = self._read()
        self.cookies |= {name.decode(): value.decode() for name, value in _COOKIE.findall(head)}
        location = _LOCATION.search(head)
        return Answer(int(head[9:12]), location[1].decode() if location else "", body)

    def _read(self) -> tuple[bytes, bytes]:
        """The head and the body of one answer, whose length the head says."""
        got = b""
        while (end := got.find(b"\r\n\r\n")) < 0:
            got += self._more()
        head, body = got[:end], got[end + 4 :]
        length = int(_LENGTH.search(head)[1])
        while len(body) < length:
            body += self._more()
        return head, body

    def _more(self) -> bytes:
        got = self.connection.recv(65536)
        if not got:
            raise ConnectionError("The server closed the connection.")
        return got


class InProcess:
    """The same for Django's test client, for counting statements."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.more: Mapping[str, Any] = {"secure": True, "HTTP_HOST": HOST}

    def get(self, path: str) -> Answer:
        return self._answer(self.client.get(path, **self.more))

    def post(self, path: str, fields: Fields) -> Answer:
        form = "application/x-www-form-urlencoded"
        return self._answer(self.client.post(path, urlencode(fields), form, **self.more))

    @staticmethod
    def _answer(response: Any) -> Answer:
        return Answer(response.status_code, response.headers.get("Location", ""), response.content)
