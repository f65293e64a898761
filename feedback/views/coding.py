"""What analysts do to texts: by a script one at a time, or with a form for a whole page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from consultations.models import Consultation
from consultations.text import clean_typed
from feedback.actions import coding as acts
from feedback.actions import themes
from feedback.actions.second import reads_blind
from feedback.cards import cards, read_light
from feedback.models import Coding, TextVersion, Theme, Words
from feedback.permissions import can_analyse
from feedback.views.staff import only, uuids
from feedback.views.themes import consultation_of

_WORRIED = gettext_lazy("Somebody is worried about one of the texts, so it waits.")
REFUSALS: dict[type[Exception], str] = {
    acts.NotSafeYet: _WORRIED,
    acts.NotThere: gettext_lazy(
        "These words are not in the text, or a better text has taken its place."
    ),
    acts.NotUsed: gettext_lazy("A colleague has changed the themes. Load the page again."),
    acts.NotYours: gettext_lazy("A colleague put it there, so it stays."),
}


@only(can_analyse)
@require_POST
def code(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """One thing done to one text. Answers with the text as it stands then, and what was done."""
    consultation = consultation_of(request, code)
    words = get_object_or_404(Words.objects.visible_to(request.user).of(consultation), pk=pk)
    act = _ACTS.get(request.POST.get("go", ""), _nothing)
    try:
        done, status = act(request, consultation, words), 200
    except tuple(REFUSALS) as refusal:
        done, status = {"said": str(REFUSALS[type(refusal)])}, 409
    told = {**done, "card": _card(request, consultation, words)}
    return JsonResponse(told, status=status)


@only(can_analyse)
@require_POST
def seen(request: HttpRequest, code: str) -> HttpResponse:
    """Texts that somebody has read, as a script tells."""
    consultation = consultation_of(request, code)
    acts.mark_seen(texts=_texts(request, consultation), by=request.user)
    return JsonResponse({})


@only(can_analyse)
@require_POST
def group(request: HttpRequest, code: str) -> HttpResponse:
    """Do to the texts of a page what was ticked and written beside them."""
    consultation = consultation_of(request, code)
    known = {theme.pk: theme for theme in consultation.themes.in_use()}
    texts = list(_texts(request, consultation).prefetch_related("codings", "versions", "notes"))
    n_changed = sum(_done_to(request, words, known) for words in texts)
    if request.POST.get("go") == "read":
        acts.mark_seen(texts=texts, by=request.user)
    changed = ngettext("%(n)s text changed.", "%(n)s texts changed.", n_changed)
    messages.success(request, changed % {"n": n_changed})
    return redirect(f"{reverse('feedback_workspace', args=[code])}?{request.GET.urlencode()}")


def _texts(request: HttpRequest, consultation: Consultation) -> Any:
    mine = Words.objects.visible_to(request.user).of(consultation)
    return mine.filter(pk__in=uuids(request.POST.getlist("texts")))


def _done_to(request: HttpRequest, words: Words, known: dict) -> bool:
    """Whether anything was changed of a text. What cannot be done is said, and the rest is done."""
    changed = False
    for act in (_sort, _take_out_ticked, _put_words, _write_note):
        try:
            changed |= act(request, words, known)
        except tuple(REFUSALS) as refusal:
            messages.error(request, REFUSALS[type(refusal)])
    return changed


def _sort(request: HttpRequest, words: Words, known: dict) -> bool:
    """Put a whole text under the themes that are ticked. Only what this person changed is changed:
    they may have saved the same text in another window since the page was opened."""
    ticked = set(uuids(request.POST.getlist(f"themes-{words.pk}")))
    before = set(uuids(request.POST.get(f"before-{words.pk}", "").split()))
    mine = words.theme_ids_of(request.user) & known.keys()
    wanted = ((mine | (ticked - before)) - (before - ticked)) & known.keys()
    if wanted == mine:
        return False
    themes.group_words(words=words, themes=[known[pk] for pk in wanted], by=request.user)
    return True


def _take_out_ticked(request: HttpRequest, words: Words, known: dict) -> bool:
    """Take back the passages that are ticked."""
    ticked = {pk for pk in request.POST.getlist(f"out-{words.pk}") if pk.isdecimal()}
    found = [one for one in words.codings.all() if str(one.pk) in ticked and one.is_passage]
    for one in found:
        acts.take_out(coding=one, by=request.user)
    return bool(found)


def _put_words(request: HttpRequest, words: Words, known: dict) -> bool:
    """Put the words that were copied from a text under a theme."""
    passage = clean_typed(request.POST.get(f"passage-{words.pk}", ""))
    chosen = uuids(request.POST.getlist(f"passage-theme-{words.pk}"))
    if not passage and not chosen:
        return False
    version = words.safe_version
    start = version.text.find(passage) if version and passage else -1
    if start == -1 or not chosen or chosen[0] not in known:
        raise acts.NotThere
    acts.code_passage(
        words=words,
        version=version,
        start=start,
        end=start + len(passage),
        theme=known[chosen[0]],
        by=request.user,
    )
    return True


def _write_note(request: HttpRequest, words: Words, known: dict) -> bool:
    """Keep what was written beside a text, where that is new."""
    if (typed := request.POST.get(f"note-{words.pk}")) is None:
        return False
    mine = next((one.text for one in words.notes.all() if one.by_id == request.user.pk), "")
    if (note := clean_typed(typed)) == mine:
        return False
    acts.keep_note(words=words, text=note, by=request.user)
    return True


def _whole(request: HttpRequest, consultation: Consultation, words: Words) -> dict:
    theme = _theme(request, consultation)
    made = acts.code_text(words=words, theme=theme, by=request.user)
    return {"coding": made.pk, "said": _("The text stands under “%s”.") % theme.name}


def _passage(request: HttpRequest, consultation: Consultation, words: Words) -> dict:
    theme = _theme(request, consultation)
    version = TextVersion.objects.filter(pk__in=uuids([request.POST.get("version", "")])).first()
    places = [request.POST.get(name, "") for name in ("start", "end")]
    if version is None or not all(place.isdecimal() and len(place) < 9 for place in places):
        raise acts.NotThere
    start, end = map(int, places)
    made = acts.code_passage(
        words=words, version=version, start=start, end=end, theme=theme, by=request.user
    )
    return {"coding": made.pk, "said": _("These words stand under “%s”.") % theme.name}


def _out(request: HttpRequest, consultation: Consultation, words: Words) -> dict:
    pk = request.POST.get("coding", "")
    chosen = Coding.objects.filter(words=words, pk=pk if pk.isdecimal() else None)
    if one := chosen.select_related("theme__consultation__council").first():
        acts.take_out(coding=one, by=request.user)
        return {"said": _("Taken out of “%s”.") % one.theme.name}
    return {"said": _("It was taken out before.")}


def _note(request: HttpRequest, consultation: Consultation, words: Words) -> dict:
    acts.keep_note(words=words, text=clean_typed(request.POST.get("note", "")), by=request.user)
    return {"said": _("The note is saved.")}


def _nothing(request: HttpRequest, consultation: Consultation, words: Words) -> dict:
    return {"said": ""}


_ACTS: dict[str, Callable[[HttpRequest, Consultation, Words], dict]] = {
    "text": _whole,
    "passage": _passage,
    "out": _out,
    "note": _note,
}


def _theme(request: HttpRequest, consultation: Consultation) -> Theme:
    chosen = uuids([request.POST.get("theme", "")])
    theme = consultation.themes.filter(pk__in=chosen).first()
    if theme is None:
        raise acts.NotUsed
    return theme


def _card(request: HttpRequest, consultation: Consultation, words: Words) -> str:
    """The text as it stands now; nothing of one that waits."""
    texts = Words.objects.safe_to_analyse().visible_to(request.user).filter(pk=words.pk)
    is_blind = reads_blind(request.user, consultation) is not None
    shown = cards(read_light(texts, request.user), request.user, is_blind=is_blind)
    if not shown:
        return ""
    (card,) = shown
    context = {"card": card, "consultation": consultation, "themes": consultation.themes.in_use()}
    return render_to_string("feedback/admin/_text_to_group.html", context, request)
