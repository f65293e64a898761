"""A slow link between this machine and a phone on it, packet by packet. Needs root on Linux.

The phone is a network namespace whose only way out is a tunnel. Every packet waits half of the
round trip, and its turn on a line of so many bits a second in its direction: opening a connection,
TLS and TCP's slow start cost what they cost on such a line. (A kernel with `netem` does the same.)
"""

import fcntl
import heapq
import os
import select
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

HERE, PHONE = "10.77.0.1", "10.77.0.2"
NAMESPACE = "heard-phone"
BITS_PER_SECOND, ROUND_TRIP = 400_000, 0.4
_SET_INTERFACE, _TUN_WITHOUT_INFO = 0x400454CA, 0x1001
_LONGEST_WAIT = 2.0  # seconds of packets that the line holds; what comes on top is dropped


@contextmanager
def slow_link() -> Iterator[list[str]]:
    """Lay the link, give the words that run a command on the phone, and take all away again."""
    ends = [_tunnel(f"heard-slow{number}") for number in (0, 1)]
    _ip("netns", "add", NAMESPACE)
    over = threading.Event()
    carrier = threading.Thread(target=_carry, args=(ends, over), daemon=True)
    try:
        _ip("addr", "add", HERE, "peer", PHONE, "dev", "heard-slow0")
        _ip("link", "set", "heard-slow0", "up")
        _ip("link", "set", "heard-slow1", "netns", NAMESPACE)
        _ip("-n", NAMESPACE, "addr", "add", PHONE, "peer", HERE, "dev", "heard-slow1")
        _ip("-n", NAMESPACE, "link", "set", "heard-slow1", "up")
        _ip("-n", NAMESPACE, "link", "set", "lo", "up")
        carrier.start()
        yield ["ip", "netns", "exec", NAMESPACE]
    finally:
        over.set()
        if carrier.ident:
            carrier.join()
        for end in ends:
            os.close(end)
        _ip("netns", "delete", NAMESPACE)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)


def _tunnel(name: str) -> int:
    """A network interface of whose packets we are the wire."""
    wire = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(wire, _SET_INTERFACE, struct.pack("16sH", name.encode(), _TUN_WITHOUT_INFO))
    return wire


def _carry(ends: list[int], over: threading.Event) -> None:
    """Take packets at one end, and give them out at the other when they have come through."""
    across = {ends[0]: ends[1], ends[1]: ends[0]}
    line_free = dict.fromkeys(ends, 0.0)
    under_way: list[tuple[float, int, int, bytes]] = []
    order = count()
    while not over.is_set():
        wait = under_way[0][0] - time.monotonic() if under_way else 0.1
        readable, _none, _none = select.select(ends, [], [], min(max(wait, 0), 0.1))
        now = time.monotonic()
        for end in readable:
            packet = os.read(end, 65536)
            if line_free[end] - now > _LONGEST_WAIT:
                continue
            line_free[end] = max(now, line_free[end]) + len(packet) * 8 / BITS_PER_SECOND
            arrives = line_free[end] + ROUND_TRIP / 2
            heapq.heappush(under_way, (arrives, next(order), across[end], packet))
        while under_way and under_way[0][0] <= now:
            _arrives, _number, end, packet = heapq.heappop(under_way)
            os.write(end, packet)
