"""What is said is written down and what is in another language translated, by people."""

import pytest
from django.urls import reverse
from django.utils import translation

from feedback.actions import freezing, making_ready, themes
from feedback.models import Words
from feedback.ready import initials, to_translate, to_write_down
from feedback.redacting import suggestions
from feedback.showing import attribution_of, language_shown
from tests import make, media
from tests.feedback.listening.screens import says
from tests.sharing import once_a_file

ARABIC = "أخي علي يحب المدرسة"


@once_a_file
def page():
    return make.closed_consultation()


@pytest.fixture
def arabic(page):
    return make.read_words(page, ARABIC, role="parent", language="ar")


def address(words):
    return reverse("feedback_make_ready", args=[words.pk])


def translated(words, text="My brother Ali likes school"):
    making_ready.translate(words=words, text=text, by=make.staff("reader"))
    fresh = Words.objects.get(pk=words.pk)
    base = fresh.texts.bases[-1]
    making_ready.make_safe(words=fresh, base=base, removals=_found(base), by=make.staff("reader"))
    return Words.objects.get(pk=words.pk)


def _found(base):
    return suggestions(text=base.text, language=base.language, council=make.council())


def test_the_queue_says_in_which_language_something_waits(as_staff, arabic):
    said = says(as_staff("reader").get(reverse("feedback_reading")))

    assert "To be translated (1: Arabic)" in said
    assert list(to_translate(Words.objects.calm())) == [arabic]


def test_a_translation_stands_beside_the_original_and_waits_to_be_made_safe(as_staff, arabic):
    client = as_staff("reader")
    page = says(client.get(address(arabic)))
    assert "From Arabic into English" in page
    assert "would send a child's words to strangers" in page

    client.post(
        address(arabic), {"go": "translate", "translate-text": "My brother Ali likes school"}
    )

    assert "Make it safe: English" in says(client.get(address(arabic)))
    assert "To be made safe (1)" in says(client.get(reverse("feedback_ready")))
    version = Words.objects.get(pk=arabic.pk).texts.translation
    assert (version.language, version.made_by) == ("en-gb", make.staff("reader"))
    client.post(address(arabic), {"go": f"safe-{version.pk}"})
    assert Words.objects.get(pk=arabic.pk).safe_text == "My brother [name] likes school"


def test_analysts_see_the_safe_translation_first_and_the_safe_original(as_staff, page, arabic):
    workspace = reverse("feedback_workspace", args=[page.identity.code])
    before = says(as_staff("analyst").get(workspace))
    translated(arabic)

    after = says(as_staff("analyst").get(workspace))

    assert "It waits for somebody who translates it." in before
    assert "My brother [name] likes school" in after
    assert "أخي [اسم] يحب المدرسة" in after
    assert f"Translated from Arabic by {initials(make.staff('reader'))}." in after
    assert "علي" not in after + before


def test_a_better_translation_has_to_be_made_safe_again(arabic):
    words = translated(arabic)

    making_ready.translate(words=words, text="Ali, my brother", by=make.staff("reader"))

    again = Words.objects.get(pk=arabic.pk)
    assert again.safe_text == "أخي [اسم] يحب المدرسة"
    assert not to_translate(Words.objects.calm()).exists()


def test_an_empty_translation_is_refused_and_an_english_text_has_none(as_staff, page, arabic):
    client = as_staff("reader")
    english = make.read_words(page)

    empty = client.post(address(arabic), {"go": "translate", "translate-text": " \u200b"})
    stray = client.post(address(english), {"go": "translate", "translate-text": "x"}, follow=True)

    assert empty.status_code == 422
    assert "Look at it again." in says(stray)
    assert not english.versions.filter(kind="translation").exists()


def quoted(words, page):
    return make.quotation(words, make.theme(page), text="My brother [name] likes school")


def test_a_quotation_from_a_translation_says_so(page, arabic):
    quotation = quoted(translated(arabic), page)

    assert quotation.translated_from == "ar"
    assert attribution_of(quotation, {"parent", "parent@ar"}) == (
        "Parent or carer, translated from Arabic"
    )
    assert attribution_of(quotation, {"parent"}) == "Translated from another language"
    assert language_shown(quotation, set()) == ""
    with translation.override("ar"):
        assert language_shown(quotation, set()) == "en-gb"


def test_the_findings_show_from_which_language_it_was_translated(visitor, page, arabic):
    quotation = quoted(translated(arabic), page)

    findings = make.findings(page, quotation.theme)

    assert "Translated from another language" in visitor.get(findings.url).content.decode()


def test_what_is_taken_out_of_a_translation_cannot_be_quoted(page, arabic):
    words, theme = translated(arabic), make.theme(page)
    themes.group_words(words=words, themes=[theme], by=make.staff("analyst"))

    for text in ("My brother Ali likes school", "My brother name likes school"):
        with pytest.raises(themes.NotTheirWords):
            make.quotation(words, theme, text=text)


def test_whoever_clears_sees_the_original_and_the_translation(as_staff, page, arabic):
    words = translated(arabic)
    quotation = make.quotation(words, make.theme(page), cleared=False)

    clear = reverse("feedback_clear", args=[page.identity.code, quotation.pk])

    shown = says(as_staff("reader").get(clear))
    assert ARABIC in shown
    assert "As it was translated" in shown


def test_a_voice_message_waits_until_somebody_writes_it_down(as_staff):
    words = media.read(media.drawn(name="voice", text="about home", made=media.spoken()))
    client = as_staff("reader")
    assert list(to_write_down(Words.objects.calm())) == [words]

    client.post(address(words), {"go": "down", "down-text": "I miss Priya"})

    texts = Words.objects.get(pk=words.pk).texts
    assert texts.transcript.text == "about home\n\nI miss Priya"
    assert texts.safe is None  # what was made of the caption alone is not the whole
    assert "Nothing waits here." in says(client.get(reverse("feedback_ready") + "?what=down"))
    assert client.get(address(words)).context["forms"]["down"]["text"].value() == "I miss Priya"
    client.post(address(words), {"go": f"safe-{texts.transcript.pk}"})
    assert Words.objects.get(pk=words.pk).safe_text == "about home\n\nI miss [name]"


def test_a_picture_with_neither_words_nor_description_is_not_analysed(as_staff):
    words = media.read(media.drawn())
    waiting = to_write_down(Words.objects.calm())
    assert (list(waiting), Words.objects.safe_to_analyse().count()) == ([words], 0)
    with pytest.raises(themes.NotSafeYet):
        themes.group_words(words=words, themes=[], by=make.staff("analyst"))

    as_staff("reader").post(address(words), {"go": "seen", "seen-text": "A house, Priya at it"})

    assert Words.objects.safe_to_analyse().get() == words
    assert not waiting.all().exists()
    code = words.response.questionnaire.consultation.code
    shown = says(as_staff("analyst").get(reverse("feedback_workspace", args=[code])))
    assert "What an adult sees in it: A house, [name] at it" in shown
    assert "Only readers open it" in shown


def test_a_reader_describes_a_picture_and_lets_analysts_open_it_while_reading(as_staff):
    words = media.drawn()
    data = {"go": "read", "note": "", "seen-text": "A red house", "shows_nobody": "on"}

    as_staff("reader").post(reverse("feedback_mark", args=[words.pk]), data)

    fresh = Words.objects.get(pk=words.pk)
    assert fresh.texts.description.text == "A red house"
    assert fresh.recording.shows_nobody_by == make.staff("reader")
    as_staff("reader").post(address(words), {"go": "shows"})
    assert Words.objects.get(pk=words.pk).recording.shows_nobody_by is None


def test_what_is_frozen_or_worries_somebody_is_not_made_ready(as_staff):
    words = media.drawn()
    freezing.freeze_file(words=words, by=make.staff("reader"), note="")

    assert as_staff("reader").get(address(words)).status_code == 404
    assert not to_write_down(Words.objects.all()).exists()
