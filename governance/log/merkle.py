"""One fingerprint for all entries in order: the Merkle tree of Certificate Transparency.

Nothing is stored: the root is computed again from the hashes of the leaves. Leaves and inner
nodes are hashed with different first bytes, so that neither can pass for the other. Hashes are
SHA-256, 32 bytes.
"""

from collections.abc import Iterable
from hashlib import sha256

HASH_BYTES = 32


def leaf_hash(data: bytes) -> bytes:
    """The hash (32 bytes) of one leaf, given its exact bytes.

    Source: RFC 6962, section 2.1, SHA-256(0x00 || data).
    """
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash (32 bytes) over two neighbours, each 32 bytes, in this order.

    Source: RFC 6962, section 2.1, SHA-256(0x01 || left || right).
    """
    return sha256(b"\x01" + left + right).digest()


def root(leaf_hashes: Iterable[bytes]) -> bytes:
    """The root (32 bytes) over hashes of leaves (32 bytes each), first entry first.

    No leaves at all give SHA-256 of nothing. Raises ValueError if a hash is not 32 bytes.

    Source: RFC 6962, section 2.1.

    >>> root([]).hex()[:8]
    'e3b0c442'
    """
    tree = Tree()
    for hashed in leaf_hashes:
        tree.append(hashed)
    return tree.root()


class Tree:
    """A tree that grows leaf by leaf and can say its root at every size.

    Keeps only the roots of the perfect subtrees, widest first: one for each bit that is set in
    the size. So a whole log can be walked once, in memory that grows with its logarithm.

    Source: RFC 6962, section 2.1; the same method as RFC 9162, section 2.1.2.
    """

    def __init__(self) -> None:
        self.size = 0  # leaves so far
        self._peaks: list[bytes] = []

    def append(self, hashed: bytes) -> None:
        """Add the hash of the next leaf. Raises ValueError if it is not 32 bytes."""
        if len(hashed) != HASH_BYTES:
            raise ValueError(f"A hash has {HASH_BYTES} bytes, not {len(hashed)}.")

        node, bits = hashed, self.size
        while bits & 1:  # a subtree as wide as this one waits to its left
            node = node_hash(self._peaks.pop(), node)
            bits >>= 1
        self._peaks.append(node)
        self.size += 1

    def root(self) -> bytes:
        """The root (32 bytes) over the leaves so far."""
        if not self._peaks:
            return sha256(b"").digest()

        *wider, node = self._peaks
        for left in reversed(wider):
            node = node_hash(left, node)
        return node
