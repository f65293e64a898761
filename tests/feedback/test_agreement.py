"""How far two people agree: known answers, and what kappa cannot say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.agreement import Agreement, agreement, sample, sample_size

# both, first only, second only, neither: share, kappa. The vectors of requirement 1E.
VECTORS = [
    ((20, 5, 10, 15), 0.70, 0.400),
    ((40, 9, 6, 45), 0.85, 0.700),
    ((45, 2, 3, 0), 0.90, -0.050),
    ((1, 2, 2, 95), 0.96, 0.313),
    ((18, 0, 0, 42), 1.00, 1.0),
]


@pytest.mark.parametrize(("cells", "share", "kappa"), VECTORS)
def test_known_answers(cells, share, kappa):
    found = Agreement(*cells)

    assert found.share == pytest.approx(share, abs=0.0005)
    assert found.kappa == pytest.approx(kappa, abs=0.0005)


@pytest.mark.parametrize("cells", [(50, 0, 0, 0), (0, 0, 0, 50), (0, 0, 0, 0)])
def test_where_chance_alone_would_agree_kappa_cannot_be_worked_out(cells):
    assert Agreement(*cells).kappa is None
    assert not Agreement(*cells).is_to_talk_about


def test_without_a_text_there_is_no_share():
    assert Agreement(0, 0, 0, 0).share is None
    assert not Agreement(0, 0, 0, 0).is_unbalanced


def test_a_low_kappa_is_something_to_talk_about():
    assert Agreement(20, 5, 10, 15).is_to_talk_about
    assert not Agreement(40, 9, 6, 45).is_to_talk_about
    assert Agreement(1, 2, 2, 95).is_to_talk_about


def test_a_rare_or_very_common_code_is_named_as_such():
    assert Agreement(1, 2, 2, 95).is_unbalanced
    assert Agreement(95, 2, 2, 1).is_unbalanced
    assert not Agreement(20, 5, 10, 15).is_unbalanced


cells = st.tuples(*[st.integers(0, 60)] * 4)


@given(cells)
def test_it_is_the_same_whoever_is_called_the_first(cells):
    both, one, other, neither = cells
    found, turned = Agreement(both, one, other, neither), Agreement(both, other, one, neither)

    assert found.kappa == pytest.approx(turned.kappa) if found.kappa is not None else True
    assert found.share == turned.share


@given(cells)
def test_kappa_lies_between_minus_one_and_one_and_never_above_the_share(cells):
    found = Agreement(*cells)

    if found.kappa is not None:
        assert -1 - 1e-9 <= found.kappa <= 1 + 1e-9
        assert found.kappa <= found.share + 1e-9


def test_only_what_both_read_counts():
    found = agreement("abcd", first="abx", second="ay")

    assert found == Agreement(both=1, first_only=1, second_only=0, neither=2)


@pytest.mark.parametrize(
    ("n", "size"), [(0, 0), (1, 1), (59, 59), (60, 30), (150, 30), (151, 31), (1000, 200)]
)
def test_how_many_a_second_person_reads(n, size):
    assert sample_size(n) == size


@given(st.sets(st.integers(), max_size=200), st.text(max_size=5), st.randoms())
def test_the_same_seed_picks_the_same_texts_in_whatever_order_they_come(texts, seed, shuffled):
    mixed = list(texts)
    shuffled.shuffle(mixed)

    picked = sample(sorted(texts), seed)

    assert picked == sample(mixed, seed)
    assert len(set(picked)) == len(picked) == sample_size(len(texts))
    assert set(picked) <= texts


def test_another_seed_picks_others():
    texts = range(200)

    assert sample(texts, "a") != sample(texts, "b")
