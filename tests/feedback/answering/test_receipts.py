"""Four words: drawn so that nobody can guess them, read however they are typed, never stored."""

import hashlib
import hmac
import random
import re
from math import log2

import pytest

from consultations import keyed
from feedback import receipts

LIST = receipts.word_list()
FOUR = LIST[0], LIST[2000], LIST[4000], LIST[-1]
WORDS = " ".join(FOUR)
OLD, NEW = "an-old-key-" * 4, "a-new-key-" * 4


def test_there_are_at_least_7000_different_words():
    n_different = len(set(LIST))

    assert n_different == len(LIST) >= 7_000
    assert receipts.N_WORDS * log2(n_different) > 51  # bits


def test_every_word_can_be_typed_with_plain_small_letters():
    odd = [word for word in LIST if not re.fullmatch(r"[a-z]{3,9}", word)]

    assert odd == []


@pytest.mark.parametrize("word", ["abuse", "blood", "coffin", "corpse", "drug", "killer", "police"])
def test_words_that_no_child_should_read_are_not_in_the_list(word):
    assert word not in LIST


def test_a_receipt_is_four_words_of_the_list():
    words = receipts.draw().split(" ")

    assert len(words) == 4
    assert set(words) <= set(LIST)


def test_nobody_who_knows_the_seed_of_pythons_dice_knows_the_words():
    random.seed(1)
    first = receipts.draw()
    random.seed(1)
    second = receipts.draw()

    assert first != second


def test_any_word_of_the_list_can_be_drawn_in_any_place():
    drawn = [receipts.draw().split(" ") for _person in range(1_500)]

    for place in range(4):
        found = {words[place] for words in drawn}
        assert len(found) > 1_200  # of 1,500 fair draws from 7,000 about 1,350 differ
        assert min(found) < LIST[700]
        assert max(found) > LIST[-700]


@pytest.mark.parametrize(
    "typed",
    [
        WORDS,
        WORDS.upper(),
        WORDS.title(),
        f"  {WORDS}\n",
        ", ".join(FOUR),
        ".  ".join(word.capitalize() for word in FOUR) + ". ",  # as a phone corrects it
        "-".join(FOUR),
        " / ".join(FOUR) + ".",
        "\n".join(f"{number}. {word}" for number, word in enumerate(FOUR, start=1)),
        "\u201c" + WORDS.replace(" ", "\u00a0") + "\u201d",
    ],
)
def test_the_words_are_read_however_they_are_typed(typed):
    assert receipts.read_typed(typed) == WORDS


@pytest.mark.parametrize(
    "typed",
    ["", "1234", "слово", " ".join(FOUR[:3]), f"{WORDS} {FOUR[0]}", LIST[0]],
)
def test_fewer_or_more_than_four_words_are_refused_without_blaming_one(typed):
    with pytest.raises(receipts.NotFourWords) as refused:
        receipts.read_typed(typed)

    assert refused.value.unknown == []


def test_a_word_that_we_do_not_use_is_named():
    with pytest.raises(receipts.NotFourWords) as refused:
        receipts.read_typed(f"{FOUR[0]} Zzyzx {FOUR[2]} {FOUR[3]}")

    assert refused.value.unknown == ["zzyzx"]


def test_a_digest_is_a_keyed_sha256_of_the_words(settings):
    settings.HEARD_RECEIPT_KEYS = {7: NEW}

    digest = receipts.digest(WORDS, 7, receipts.RECEIPT)

    message = f"receipt: {WORDS}".encode()
    assert digest == hmac.new(NEW.encode(), message, hashlib.sha256).hexdigest()


def test_a_draft_and_its_response_have_nothing_in_common():
    drafts, responses = (
        set(receipts.digests(WORDS, opens)) for opens in (receipts.DRAFT, receipts.RECEIPT)
    )

    assert not drafts & responses


def test_new_receipts_are_made_with_the_newest_key(settings):
    settings.HEARD_RECEIPT_KEYS = {2: OLD, 10: NEW, 9: OLD}

    assert receipts.current_key() == 10


def test_words_are_looked_for_under_every_key_in_use_newest_first(settings):
    settings.HEARD_RECEIPT_KEYS = {1: OLD, 2: NEW}

    digests = receipts.digests(WORDS, receipts.DRAFT)

    assert digests == [receipts.digest(WORDS, number, receipts.DRAFT) for number in (2, 1)]
    assert len(set(digests)) == 2


def test_the_digest_that_matches_is_found():
    assert receipts.matching(["a" * 64, "b" * 64], ["c" * 64, "b" * 64]) == "b" * 64


def test_nothing_is_found_when_nothing_matches():
    assert receipts.matching(["a" * 64], ["b" * 64]) is None


@pytest.mark.parametrize("candidate", ["b" * 64, "c" * 64, "d" * 64])
def test_comparing_takes_as_long_whichever_key_matches(candidate, monkeypatch):
    compared, compare = [], hmac.compare_digest
    monkeypatch.setattr(
        keyed.hmac,
        "compare_digest",
        lambda one, other: compared.append(other) or compare(one, other),
    )

    receipts.matching([candidate], ["b" * 64, "c" * 64])

    assert compared == ["b" * 64, "c" * 64]
