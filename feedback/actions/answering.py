"""Answering: begin, say who you are, agree, answer, come back, leave."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from consultations.audiences import Role, Voice
from consultations.models import Consultation, Questionnaire
from consultations.models.questionnaire import frozen_document
from feedback import receipts, ways
from feedback.journey import Journey
from feedback.models import Answer, Draft, Response, Words
from feedback.models.draft import WithAnswer
from feedback.ways import Way


class NoSuchDraft(Exception):
    """There is no draft for these words: it was sent, it was wiped, or it never was."""


class NotTakingAnswers(Exception):
    """The consultation is closed, or not open yet."""


class NotAgreed(Exception):
    """Nobody agreed to take part, so nothing can be sent."""


class TooLong(Exception):
    """A text has to be cut before it can be sent. `draft` is the draft that holds it."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("too long")
        self.draft = draft


class NeedsCode(Exception):
    """The code that somebody came with was used by now, or there is none and one is needed.
    `draft` keeps everything."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("needs a code")
        self.draft = draft


def journey_of(draft: Draft) -> Journey:
    """The way through the questionnaire that this draft began."""
    document = frozen_document(draft.questionnaire_id, draft.questionnaire.sha256)
    return Journey(
        document, draft.role, draft.band, draft.language, draft.easy, answers=draft.answers
    )


def find_draft(words: str, now: datetime, *, lock: bool = False) -> Draft:
    """The draft of these four words, with its questionnaire and consultation, in one statement.

    Raises NoSuchDraft. With `lock`, nobody else changes it until the transaction ends.
    """
    wanted = receipts.digests(words, receipts.DRAFT)
    drafts = Draft.objects.kept(now).filter(code_digest__in=wanted)
    drafts = drafts.select_related("questionnaire__consultation").defer("questionnaire__document")
    if lock:
        drafts = drafts.select_for_update(of=("self",))
    draft = drafts.first()
    if draft is None or not receipts.matching([draft.code_digest], wanted):
        raise NoSuchDraft
    return draft


def find_response(words: str) -> Response | None:
    """The response that these four words are the receipt of, in one statement.

    It comes with `n_texts`, `n_read` (of the texts) and `was_chosen` (whether anything was).
    """
    wanted = receipts.digests(words, receipts.RECEIPT)
    responses = Response.objects.filter(receipt_digest__in=wanted).annotate(
        n_texts=_n_of(Words.objects.all()),
        n_read=_n_of(Words.objects.filter(reading__read_at__isnull=False)),
        was_chosen=Exists(Answer.objects.filter(response=OuterRef("pk"))),
    )
    responses = responses.select_related("questionnaire__consultation__council")
    response = responses.defer("questionnaire__document").first()
    if response and receipts.matching([response.receipt_digest], wanted):
        return response
    return None


def begin(
    *,
    questionnaire: Questionnaire,
    role: str,
    band: str,
    language: str,
    now: datetime,
    hours: int,
    way: Way = ways.OPEN,
    easy: bool = False,
) -> str:
    """Start answering an edition, `easy` in Easy Read, and give back the words of the new draft.

    Raises NotTakingAnswers.
    """
    must_take_answers(questionnaire.consultation, now)
    words, key = receipts.draw(), receipts.current_key()
    Draft.objects.create(
        questionnaire=questionnaire,
        role=role,
        band=band,
        language=language,
        route=way.route,
        invitation=ways.sealed(way.code, words, key),
        easy=easy,
        code_digest=receipts.digest(words, key, receipts.DRAFT),
        code_key=key,
        expires_at=_full_hour(now + timedelta(hours=hours)),
    )
    return words


def change_person(*, words: str, role: str, band: str, now: datetime) -> None:
    """Say again who you are. What was answered stays; what is no longer asked is left behind."""
    draft = find_draft(words, now)
    must_take_answers(draft.questionnaire.consultation, now)
    if (draft.role, draft.band) != (role, band):
        # Needs no lock: it writes what does not hang on anything that another tab may change.
        Draft.objects.filter(pk=draft.pk).update(role=role, band=band, voice="", agreed="")


def change_language(*, draft: Draft, language: str) -> Draft:
    """Go on in another language. Every answer stays: it hangs on no word of the question."""
    Draft.objects.filter(pk=draft.pk).update(language=language)
    draft.language = language
    return draft


@transaction.atomic
def say_whose_words(*, words: str, voice: str, now: datetime) -> Draft:
    """Say whose words the answers will be."""
    draft = to_change(words, now)
    draft.voice = voice
    draft.save(update_fields=["voice"])
    return draft


@transaction.atomic
def agree(*, words: str, version: str, now: datetime) -> Draft:
    """Agree to take part. The version of the text that was agreed to is stored.

    Adults are not asked whose words theirs are: they speak for themselves.
    """
    draft = to_change(words, now)
    draft.agreed = version
    if not draft.voice:
        draft.voice = Voice.NOT_SAID if draft.role == Role.NOT_SAID else Voice.ME
    draft.save(update_fields=["agreed", "voice"])
    return draft


def save_answer(
    *,
    words: str,
    question_id: str,
    answer: dict | None,
    now: datetime,
    easy: bool | None = None,
    draft: Draft | None = None,
) -> None:
    """Keep one answer, or take it out when `answer` is None. Other answers are left as they are.

    With `easy`, the person goes on in Easy Read, or in the usual words. A text that is too long
    to be sent is kept all the same, and so is what was skipped. With the `draft` that was found in
    this request, it is not looked for again.
    """
    draft = draft or find_draft(words, now)
    must_take_answers(draft.questionnaire.consultation, now)
    more = {} if easy is None else {"easy": easy}
    answers = WithAnswer(question_id, answer)
    changed = Draft.objects.filter(pk=draft.pk).update(answers=answers, **more)
    if not changed:  # sent from another tab, a moment ago
        raise NoSuchDraft


@transaction.atomic
def come_by(*, words: str, way: Way, now: datetime) -> None:
    """Go on with what was answered by another way: with another code, or with none."""
    draft = to_change(words, now)
    draft.route = way.route
    draft.invitation = ways.sealed(way.code, words, draft.code_key)
    draft.save(update_fields=["route", "invitation"])


def show_words(*, words: str, now: datetime) -> Draft:
    """Remember that the person has seen their words: from now on, leaving keeps the draft."""
    draft = find_draft(words, now)
    if not draft.words_shown:
        draft.words_shown = True
        draft.save(update_fields=["words_shown"])
    return draft


def leave(*, words: str) -> None:
    """Leave fast: a draft whose words were never shown cannot be come back to, so it goes."""
    wanted = receipts.digests(words, receipts.DRAFT)
    Draft.objects.filter(code_digest__in=wanted, words_shown=False).delete()


def say_no(*, words: str, code: str) -> bool:
    """Not take part after all: the draft goes, also when its words were shown. A draft of another
    consultation than the one with this `code` stays. Gives whether there was one."""
    wanted = receipts.digests(words, receipts.DRAFT)
    drafts = Draft.objects.filter(code_digest__in=wanted, questionnaire__consultation__code=code)
    n_drafts, _by_model = drafts.delete()
    return n_drafts > 0


def wipe_expired_drafts(*, now: datetime) -> int:
    """Wipe every draft whose time has run out, and say how many."""
    n_drafts, _by_model = Draft.objects.expired(now).delete()
    return n_drafts


def _n_of(texts: QuerySet) -> Coalesce:
    """How many of `texts` a response has."""
    of_one = texts.filter(response=OuterRef("pk")).order_by().values("response")
    return Coalesce(Subquery(of_one.annotate(n=Count("pk")).values("n")), 0)


def _full_hour(moment: datetime) -> datetime:
    """The next full hour: when exactly somebody began must not be read from when it ends."""
    hour = moment.replace(minute=0, second=0, microsecond=0)
    return hour if hour == moment else hour + timedelta(hours=1)


def to_change(words: str, now: datetime) -> Draft:
    """The draft, locked, of a consultation that still takes answers."""
    draft = find_draft(words, now, lock=True)
    must_take_answers(draft.questionnaire.consultation, now)
    return draft


def must_take_answers(consultation: Consultation, now: datetime, today: date | None = None) -> None:
    """Raises NotTakingAnswers unless the consultation takes answers today, or at `now`."""
    if not consultation.takes_answers(today or timezone.localdate(now)):
        raise NotTakingAnswers
