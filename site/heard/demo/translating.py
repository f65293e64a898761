"""One consultation, and the pages around it, in three more languages; what was heard and decided in
one of them. Made-up people checked it."""

from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object
from wagtail_localize.strings import StringValue

from consultations.actions.translations import check_translation, show_as_it_is
from consultations.models import ConsultationPage
from feedback.models import FindingsPage
from governance.models import DecisionPage
from heard.demo import read

IN_TRANSLATION = "pl"  # made first, before the English page came to say more


def load_translations(page: ConsultationPage, *, officer: Any, approver: Any) -> int:
    """Translate, have it checked, and publish: the front page, its sections, and `page`. Gives in
    how many languages."""
    told = read("translations")
    home = Site.objects.get(is_default_site=True).root_page.specific
    around = [home, *home.get_children().live().specific()]
    languages = sorted(told["language"], key=lambda one: one["code"] != IN_TRANSLATION)
    for one in languages:
        locale, _made = Locale.objects.get_or_create(language_code=one["code"])
        words = {text["en"]: text[one["code"]] for text in told["text"]}
        for source in around:
            _check(source, locale, words, one["checked_by"], officer).revision.publish()
        _check(page, locale, words, one["checked_by"], officer)
        _approve(page.get_translation(locale).specific, officer, approver)
        if one["code"] == IN_TRANSLATION:
            _say_more(page, told["later"], officer, approver)
            page = ConsultationPage.objects.get(pk=page.pk)
    return len(languages)


def load_translated_findings(
    findings: dict[str, FindingsPage], decisions: list[DecisionPage], *, analyst: Any, decider: Any
) -> int:
    """Put one page of findings, and the decision that rests on it, into one language. Gives how
    many texts."""
    told = read("translated_findings")
    code = told["language"]
    locale = Locale.objects.get(language_code=code)
    (checked_by,) = (
        one["checked_by"] for one in read("translations")["language"] if one["code"] == code
    )
    words = {text["en"]: text[code] for text in told["text"]}
    (decision,) = (one for one in decisions if one.reference == told["decision"])
    for page, by in ((findings[told["findings"]], analyst), (decision, decider)):
        _check(page, locale, words, checked_by, by).revision.publish()
    return len(words)


def _check(source: Page, locale: Locale, words: dict, checked_by: str, officer: Any) -> Any:
    """Put a page into other words, and have somebody say that they are right."""
    show_as_it_is(page=source)
    translate_object(source, [locale], user=officer)
    translation = Translation.objects.get(
        source__object_id=source.translation_key, target_locale=locale
    )
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string"):
        StringTranslation.objects.create(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=locale,
            data=_as_data(words[_as_text(segment.string.data)]),
            last_translated_by=officer,
        )
    return check_translation(
        page=source.get_translation(locale).specific,
        checked_by=checked_by,
        checked_on=timezone.localdate(),
        by=officer,
    )


def _as_text(data: str) -> str:
    return StringValue(data).render_text()


def _as_data(text: str) -> str:
    return StringValue.from_plaintext(text).data


def _say_more(page: ConsultationPage, more: str, officer: Any, approver: Any) -> None:
    """The officer adds a sentence to the English page, and another approves it."""
    page = ConsultationPage.objects.get(pk=page.pk)
    page.why = f"{page.why} {more}"
    page.save_revision(user=officer)
    _approve(page, officer, approver)


def _approve(page: ConsultationPage, officer: Any, approver: Any) -> None:
    approver = type(approver).objects.get(pk=approver.pk)  # with the rights that were just copied
    page.get_workflow().start(page, officer)
    waiting = page.current_workflow_task_state
    waiting.task.specific.on_action(waiting, approver, "approve")
