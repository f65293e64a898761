"""Nothing on a page says that two quotations came from the same person."""

import re

from bs4 import BeautifulSoup

from feedback.actions import reading
from feedback.models import Quotation
from tests import make
from tests.sharing import once_a_file


@once_a_file
def page():
    return make.closed_consultation(
        make.block("short_text", "What word hurts?", data_name="word"),
        make.block("long_text", "Tell us more.", data_name="more"),
    )


def two_texts_each(page, n):
    """So many people wrote two texts each, and allowed both to be shown."""
    theme = make.theme(page)
    people = [
        make.response(page, word=(f"word {number}", True), more=(f"more {number}", True))
        for number in range(n)
    ]
    for person in people:
        for words in person.words.all():
            reading.mark_read(words=words, by=make.staff("reader"))
            make.quotation(words, theme)
    return theme, people


def blocks(visitor, findings):
    return BeautifulSoup(visitor.get(findings.url).content, "html.parser").find_all("blockquote")


def test_no_id_of_ours_is_in_the_page(visitor, page):
    theme, people = two_texts_each(page, 2)
    shown = visitor.get(make.findings(page, theme).url).content.decode()

    ids = {str(person.pk) for person in people}
    ids |= {str(words.pk) for person in people for words in person.words.all()}
    ids |= {str(pk) for pk in Quotation.objects.values_list("pk", flat=True)}
    ids |= {person.receipt_digest for person in people}

    assert not [one for one in ids if one in shown or one.replace("-", "") in shown]


def test_quotations_differ_in_nothing_but_their_words(visitor, page):
    theme, _people = two_texts_each(page, 2)

    shapes = {
        re.sub(r"(word|more) \d", "", str(block))
        for block in blocks(visitor, make.findings(page, theme))
    }

    assert len(shapes) == 1


def test_their_order_comes_from_chance_alone(visitor, page):
    theme, _people = two_texts_each(page, 3)

    shown = [block.find("p").text for block in blocks(visitor, make.findings(page, theme))]

    by_chance = Quotation.objects.order_by("pk").values_list("text", flat=True)
    assert shown == list(by_chance)
    assert {quotation.pk.version for quotation in Quotation.objects.all()} == {4}


def test_their_order_does_not_change_from_one_look_to_the_next(visitor, page):
    theme, _people = two_texts_each(page, 3)
    findings = make.findings(page, theme)

    assert blocks(visitor, findings) == blocks(visitor, findings)
