"""After reading: texts that wait to be written down, translated, made safe and confirmed."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from consultations.models import ConsultationPage, StaffRole
from consultations.permissions import councils_of
from feedback import ready
from feedback.actions import making_ready, reading
from feedback.asked import language_name, question_as_read
from feedback.forms.taking_out import MadeForm
from feedback.models import Words
from feedback.permissions import can_read_raw_answers
from feedback.taking_out import form_for, seen_form
from feedback.views.staff import only, uuids

A_PAGE = 30
READS = (StaffRole.READER, StaffRole.SAFEGUARDING)
_PATH = ("question", "response__questionnaire__consultation__council")


@only(can_read_raw_answers)
def waiting(request: HttpRequest) -> HttpResponse:
    """Texts that were read and are not ready for analysts yet: four lists, one of them shown."""
    read = _read(request)
    lists = ready.counted(read, request.user)
    asked = request.GET.get("what", "")
    full = next((one["key"] for one in lists if one["n"]), "safe")
    what = asked if asked in ready.LISTS else full
    label, of = ready.LISTS[what]
    texts = of(read, request.user).order_by("language", "response__received_on", "pk")
    texts = texts.select_related(*_PATH).defer("text")
    page = Paginator(texts, A_PAGE).get_page(request.GET.get("page"))
    context = {"lists": lists, "what": what, "label": label, "texts": page}
    context["lines"] = [_line(words) for words in page]
    context["titles"] = _titles(page)
    return render(request, "feedback/admin/ready.html", context)


@only(can_read_raw_answers)
@require_http_methods(["GET", "POST"])
def make(request: HttpRequest, pk: str) -> HttpResponse:
    """One text with everything that people make of it. Opening it is recorded."""
    texts = _read(request).select_related(*_PATH, "recording")
    texts = texts.defer("recording__content", "recording__strokes")
    words = get_object_or_404(texts.prefetch_related("versions__made_by"), pk=pk)
    forms = _forms(words, request.POST.get("go", ""), request.POST or None)
    if request.method == "POST" and _keep(request, words, forms):
        return redirect("feedback_make_ready", pk)
    reading.open_words(words=words, by=request.user)
    context = {
        "words": words,
        "asked": question_as_read(words),
        "language": language_name(words.language),
        "main_language": language_name(ready.LANGUAGE),
        "forms": forms,
        "bases": _bases(request, words, forms),
        "shows_nobody": words.is_file and words.recording.shows_nobody_by_id,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "feedback/admin/make_ready.html", context, status=status)


def to_make_ready(user: Any) -> list[dict]:
    """The lists in which something waits for this person, and in which languages; for the queue."""
    read = ready.in_councils(councils_of(user, *READS))
    lists = [one for one in ready.counted(read, user) if one["n"]]
    for one in lists:
        if one["key"] == "translate":
            codes = ready.to_translate(read).values_list("language", flat=True).distinct()
            one["languages"] = ", ".join(sorted(language_name(code) for code in set(codes)))
    return lists


def _read(request: HttpRequest) -> Any:
    """Texts that were read and worry nobody, of the councils in which this person reads."""
    return ready.in_councils(councils_of(request.user, *READS))


def _line(words: Words) -> dict:
    return {
        "words": words,
        "asked": question_as_read(words),
        "language": language_name(words.language),
    }


def _titles(texts: Any) -> dict:
    keys = {words.response.questionnaire.consultation_id for words in texts}
    pages = ConsultationPage.objects.as_written().filter(translation_key__in=keys)
    return dict(pages.values_list("translation_key", "title"))


def _forms(words: Words, go: str, data: Any) -> dict[str, Any]:
    """The forms of the page, by the button that sends them. The one that was sent holds its data,
    and no other does."""
    texts = words.texts
    forms: dict[str, Any] = {}
    if words.is_file and not words.recording.frozen:
        forms["down"] = MadeForm(
            data if go == "down" else None,
            what="down",
            label=gettext_lazy("Write down what is said"),
            hint=gettext_lazy("Word for word, in the language in which it is said."),
            before=_typed(texts.transcript, words),
        )
    if words.is_file and words.medium != "spoken" and not words.recording.frozen:
        forms["seen"] = seen_form(words, data if go == "seen" else None)
    if words.language != ready.LANGUAGE and texts.bases:
        forms["translate"] = MadeForm(
            data if go == "translate" else None,
            what="translate",
            label=_("In %s") % language_name(ready.LANGUAGE),
            hint=gettext_lazy(
                "Translate it yourself, as close to their words as you can. Do not put it into a "
                "translation site: that would send a child's words to strangers."
            ),
            before=texts.translation.text if texts.translation else _last(words),
        )
    for base in texts.bases:
        key = _key(base)
        forms[key] = form_for(words, base, data if go == key else None)
    return forms


def _key(base: Any) -> str:
    return f"safe-{base.source.pk}" if base.source else "safe"


def _typed(transcript: Any, words: Words) -> str:
    """What a person typed of a transcript: without what was written with the file."""
    text = transcript.text if transcript else ""
    return text.removeprefix(f"{words.text}\n\n") if words.text else text


def _last(words: Words) -> str:
    """A translation that has to be looked at again, because its source changed."""
    old = [one for one in words.versions.all() if one.kind == "translation"]
    return max(old, key=lambda one: one.made_at).text if old else ""


def _bases(request: HttpRequest, words: Words, forms: dict) -> list[dict]:
    """What has to be made safe, each with its form and with what was made of it so far."""
    rows = []
    for base in words.texts.bases:
        safe = words.texts.safe_of(base)
        rows.append(
            {
                "key": _key(base),
                "form": forms[_key(base)],
                "safe": safe,
                "language": base.language,
                "can_confirm": safe
                and not safe.confirmed_by_id
                and safe.made_by_id != request.user.pk,
                "language_name": language_name(base.language),
            }
        )
    return rows


def _keep(request: HttpRequest, words: Words, forms: dict) -> bool:
    """Whether what was sent could be kept; a sentence says what became of it."""
    go = request.POST.get("go", "")
    if go == "confirm":
        return _confirm(request, words)
    if go == "shows" and words.is_file:
        allowed = bool(request.POST.get("shows_nobody"))
        making_ready.let_analysts_open(words=words, allowed=allowed, by=request.user)
        messages.success(request, _("Saved."))
        return True
    form = forms.get(go)
    if form is None:  # a colleague has made another version since the page was opened
        messages.error(request, _("A colleague has changed this text. Look at it again."))
        return True
    if not form.is_valid():
        return False
    if go.startswith("safe"):
        making_ready.make_safe(words=words, base=form.base, removals=form.removals, by=request.user)
        messages.success(request, _("It is safe. Analysts see it like this."))
        return True
    act = {
        "down": making_ready.write_down,
        "seen": making_ready.describe,
        "translate": making_ready.translate,
    }[go]
    act(words=words, text=form.cleaned_data["text"], by=request.user)
    messages.success(request, _("Saved."))
    return True


def _confirm(request: HttpRequest, words: Words) -> bool:
    version = words.versions.safe().filter(pk__in=uuids([request.POST.get("version", "")])).first()
    try:
        if version is None:
            raise making_ready.HasChanged
        making_ready.confirm_safe(version=version, by=request.user)
        messages.success(request, _("Confirmed."))
    except making_ready.SomebodyElseMust:
        messages.error(request, _("You made it safe, so somebody else confirms it."))
    except making_ready.HasChanged:
        messages.error(request, _("A colleague has changed this text. Look at it again."))
    return True
