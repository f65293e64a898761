"""A page in another language adds its words under the same keys: one data set for all."""

from consultations.models import Consultation, ConsultationPage, Question
from consultations.refusals import refusals
from tests import make, translating
from tests.consultations import officer
from tests.consultations.editing import again, asked, edited, editions, stored, translated
from tests.consultations.editing import translation as new_translation
from tests.sharing import once_a_file


@once_a_file
def page():
    """A published consultation in English."""
    return make.consultation(
        make.block("choose_one", "Heard?", data_name="heard", options=["Yes", "No"]),
        make.block("faces", "How is it?", data_name="how", words=["Bad", "So so", "Good"]),
        make.block("long_text", "More?", data_name="more"),
    )


def _in_welsh(questions: list[dict]) -> list[dict]:
    """The stored questions with Welsh words for some of what is read."""
    heard, how, *_rest = questions
    heard["value"]["text"] = "Ydych chi'n cael eich clywed?"
    for option, label in zip(heard["value"]["options"], ["Ydw", "Nac ydw"], strict=True):
        option["value"]["label"] = label
    for word, welsh in zip(how["value"]["words"], ["Gwael", "Canolig", "Da"], strict=True):
        word["value"] = welsh
    return questions


def _publish_welsh(page):
    draft = new_translation(page)
    return translated(draft, _in_welsh(stored(draft)))


def _labels(question: dict, language: str) -> list[str]:
    return [option["words"][language] for option in question["options"]]


def test_a_translation_makes_a_new_edition_of_the_same_questionnaire(page):
    _publish_welsh(page)

    assert [edition.number for edition in editions(page)] == [1, 2]
    assert editions(page)[-1].document["languages"] == ["cy", "en-gb"]
    assert Consultation.objects.count() == 1


def test_questions_and_answers_are_the_same_in_both_languages(page):
    before = asked(page)

    _publish_welsh(page)

    assert [question["id"] for question in asked(page)] == [question["id"] for question in before]
    assert [[one["id"] for one in question["options"]] for question in asked(page)] == [
        [one["id"] for one in question["options"]] for question in before
    ]


def test_both_languages_have_their_words(page):
    _publish_welsh(page)

    heard, how, _more = asked(page)
    assert heard["words"]["cy"]["text"] == "Ydych chi'n cael eich clywed?"
    assert heard["words"]["en-gb"]["text"] == "Heard?"
    assert _labels(heard, "cy") == ["Ydw", "Nac ydw"]
    assert _labels(how, "cy") == ["Gwael", "Canolig", "Da", "I don't know"]
    assert _labels(how, "en-gb") == ["Bad", "So so", "Good", "I don't know"]


def test_the_source_stays_the_source(page):
    _publish_welsh(page)

    assert editions(page)[-1].document["source"] == "en-gb"


def test_the_same_translation_makes_no_new_edition(page):
    welsh = _publish_welsh(page)

    translated(welsh, stored(welsh))

    assert len(editions(page)) == 2


def test_better_welsh_words_make_a_new_edition(page):
    welsh = _publish_welsh(page)
    questions = stored(welsh)
    questions[0]["value"]["text"] = "A oes rhywun yn gwrando?"

    translated(welsh, questions)

    assert asked(page)[0]["words"]["cy"]["text"] == "A oes rhywun yn gwrando?"
    assert len(editions(page)) == 3


def test_an_edit_of_the_source_keeps_the_welsh_words(page):
    _publish_welsh(page)
    questions = stored(page)
    questions[0]["value"]["text"] = "Are you heard?"

    again(page, questions)

    words = asked(page)[0]["words"]
    assert words["en-gb"]["text"] == "Are you heard?"
    assert words["cy"]["text"] == "Ydych chi'n cael eich clywed?"
    assert _labels(asked(page)[0], "cy") == ["Ydw", "Nac ydw"]


def test_a_new_question_waits_for_its_welsh_words(page):
    _publish_welsh(page)

    again(page, [*stored(page), make.block("short_text", "Else?", data_name="else")])

    assert list(asked(page)[-1]["words"]) == ["en-gb"]


def test_a_translation_takes_no_question_out(page):
    draft = new_translation(page)

    translated(draft, _in_welsh(stored(draft))[:2])

    assert [question["key"] for question in asked(page)] == ["heard", "how", "more"]
    assert list(asked(page)[2]["words"]) == ["en-gb"]
    assert not Question.objects.filter(retired=True).exists()


def test_a_translation_of_answered_questions_needs_no_note(page):
    make.response(page, heard="yes")
    draft = new_translation(page)

    said = refusals(edited(draft, _in_welsh(stored(draft))))

    assert said == []


def test_a_translation_of_answered_questions_is_published(page):
    make.response(page, heard="yes")

    _publish_welsh(page)

    assert _labels(asked(page)[0], "cy") == ["Ydw", "Nac ydw"]


def test_other_welsh_words_for_a_chosen_answer_need_a_note(page):
    welsh = _publish_welsh(page)
    make.response(page, heard="yes", language="cy")
    questions = stored(welsh)
    questions[0]["value"]["options"][0]["value"]["label"] = "Efallai"

    said = refusals(edited(welsh, questions))

    assert [field for field, _sentence in said] == ["change_note"]


def test_another_officer_approves_a_translation_too(page):
    draft = new_translation(page)
    make.forget()  # whoever approves next has not yet been asked what they may do
    edited(draft, _in_welsh(stored(draft)))
    translating.check(draft)

    welsh = make.approve(ConsultationPage.objects.get(pk=draft.pk))

    assert welsh.live
    assert editions(page)[-1].document["languages"] == ["cy", "en-gb"]


def test_the_editor_of_a_translation_lets_it_be_submitted(page, as_staff):
    draft = new_translation(page)
    admin = as_staff(user=make.superuser())

    officer.edit(admin, draft, officer.filled_in(*stored(draft), page=draft), "submit")

    assert officer.now(draft).workflow_in_progress


def test_it_is_open_while_one_of_its_languages_is_published(page):
    welsh = _publish_welsh(page)

    page.unpublish()

    assert Consultation.objects.get().is_live
    assert Consultation.objects.get().takes_answers(make.today())
    assert welsh.live


def test_it_closes_when_no_language_is_published(page):
    welsh = _publish_welsh(page)
    page.unpublish()

    welsh.unpublish()

    assert not Consultation.objects.get().is_live
