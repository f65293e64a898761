"""One fingerprint for all entries, in order (rule L5, RFC 6962)."""

from hashlib import sha256
from time import process_time

import pytest

from governance.log.merkle import Tree, leaf_hash, node_hash, root

LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
LEAF_HASHES = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
    "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
    "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
    "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1",
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
ROLLING = "9c67f07f906103b6bf201842a50ff0b8c91fca9b3e211334a6b7aa3133165dec"
HASHES = [bytes.fromhex(text) for text in LEAF_HASHES]


@pytest.mark.parametrize("i", range(8))
def test_leaves_have_the_hashes_of_the_reference(i):
    assert leaf_hash(LEAVES[i]).hex() == LEAF_HASHES[i]


@pytest.mark.parametrize("n", range(9))
def test_roots_are_those_of_the_reference(n):
    assert root(HASHES[:n]).hex() == ROOTS[n]


@pytest.mark.parametrize(
    ("leaves", "expected"),
    [
        (HASHES[2:4], "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
        (HASHES[4:6], "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
        (HASHES[6:8], "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
        (HASHES[4:8], "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"),
        (HASHES[4:7], "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e"),
    ],
)
def test_inner_nodes_are_those_of_the_reference(leaves, expected):
    assert root(leaves).hex() == expected


def test_one_walk_says_every_root_on_the_way():
    tree = Tree()
    lines = [f"0 {tree.root().hex()}\n"]
    for byte in range(130):
        tree.append(leaf_hash(bytes([byte])))
        lines.append(f"{tree.size} {tree.root().hex()}\n")

    assert sha256("".join(lines).encode()).hexdigest() == ROLLING


def test_the_root_at_each_size_agrees_with_the_rolling_vector():
    hashes = [leaf_hash(bytes([byte])) for byte in range(130)]
    lines = [f"{n} {root(hashes[:n]).hex()}\n" for n in range(131)]

    assert sha256("".join(lines).encode()).hexdigest() == ROLLING


def test_asking_for_the_root_does_not_change_the_tree():
    tree = Tree()
    for hashed in HASHES[:7]:
        tree.append(hashed)

    assert tree.root() == tree.root()
    assert tree.size == 7


def test_a_leaf_made_of_two_hashes_does_not_pass_for_their_node():
    left, right = HASHES[:2]

    assert leaf_hash(b"\x01" + left + right) != node_hash(left, right)
    assert leaf_hash(left + right) != node_hash(left, right)


def test_three_entries_are_not_four_with_the_last_one_twice():
    assert root(HASHES[:3]) != root([*HASHES[:3], HASHES[2]])


def test_an_odd_entry_joins_as_it_is_and_not_with_itself():
    left = node_hash(HASHES[0], HASHES[1])

    assert root(HASHES[:3]) == node_hash(left, HASHES[2])
    assert root(HASHES[:3]) != node_hash(left, node_hash(HASHES[2], HASHES[2]))


def test_the_order_of_entries_matters():
    assert root([HASHES[0], HASHES[1]]) != root([HASHES[1], HASHES[0]])


@pytest.mark.parametrize("wrong", [b"", b"short", bytes(31), bytes(33), b"ab" * 32])
def test_a_hash_of_another_length_is_refused(wrong):
    with pytest.raises(ValueError, match="32 bytes"):
        root([*HASHES, wrong])


def test_twenty_thousand_entries_take_less_than_a_tenth_of_a_second():
    hashes = [leaf_hash(str(n).encode()) for n in range(20_000)]

    def once():
        start = process_time()
        root(hashes)
        return process_time() - start

    assert min(once() for _ in range(5)) < 0.1
