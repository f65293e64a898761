"""Sealed texts keep their words apart from the log (section 2.5, RFC 9901)."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

import pytest

from governance.log.canonical import NotCanonical, parse
from governance.log.disclosure import digest, encode, new_salt

SALT = "_26bc4LT-ac6q2KI6cBW5es"
GOLDEN = (
    "WyJZTDJEWnJ5SlZESDg2eXY2MF91N2VtcVUtM29xdnFmUnpQTVRIdjdKTFpnIiwibm90ZSIs"
    "IkZvcm0gY2hhbmdlIG9yZGVyZWQuIl0"
)


def test_a_disclosure_is_that_of_the_rfc_without_its_spaces():
    assert encode(SALT, "family_name", "Möbius") == (
        "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsImZhbWlseV9uYW1lIiwiTcO2Yml1cyJd"
    )


def test_a_digest_is_made_as_the_rfc_makes_it():
    assert digest(SALT, "family_name", "Möbius") == "TZjouOTrBKEwUNjNDs9yeMzBoQn8FFLPaJjRRmAtwrM"


def test_the_rfcs_own_digest_comes_from_the_same_steps_with_its_spaces():
    spaced = urlsafe_b64encode(f'["{SALT}", "family_name", "Möbius"]'.encode()).rstrip(b"=")

    hashed = urlsafe_b64encode(sha256(spaced).digest()).rstrip(b"=")

    assert hashed == b"X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"


def test_the_golden_disclosure_is_made_with_the_fifth_test_salt():
    salt = urlsafe_b64encode(sha256(b"test-salt-5").digest()).rstrip(b"=").decode()

    assert encode(salt, "note", "Form change ordered.") == GOLDEN


def test_the_golden_digest_belongs_to_the_golden_disclosure():
    listed = parse(b'{"all":' + urlsafe_b64decode(GOLDEN + "=") + b"}")
    salt, name, value = listed["all"]

    assert encode(salt, name, value) == GOLDEN
    assert digest(salt, name, value) == "_xd8OtMRMtTOqk_-OepeJJZ6wt3QAWaFyHYoMSh6bHo"


def test_each_salt_is_fresh_and_holds_32_bytes():
    salts = {new_salt() for _ in range(100)}

    assert len(salts) == 100
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", salt) for salt in salts)
    assert all(len(urlsafe_b64decode(salt + "=")) == 32 for salt in salts)


@pytest.mark.parametrize(
    "other", [("b", "note", "yes"), ("a", "nota", "yes"), ("a", "note", "no"), ("a", "no", "teyes")]
)
def test_salt_name_and_words_all_count(other):
    assert digest(*other) != digest("a", "note", "yes")


@pytest.mark.parametrize("value", [1, None, True, ["yes"], b"yes", "\ud800"])
def test_only_text_can_be_sealed(value):
    with pytest.raises(NotCanonical):
        digest("salt", "note", value)
