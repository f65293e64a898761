"""Routes told in words: to an officer who looks, and to whoever answers on paper."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from consultations.kinds.base import in_language
from consultations.languages import listed
from consultations.routes import hangs_on
from feedback.journey import Journey


def leading_answers(question: Mapping, first: Mapping, language: str) -> list[str]:
    """The words of those answers to the question `first` that lead to `question`."""
    options = question["after"]["options"]
    return [in_language(one["words"], language) for one in first["options"] if one["id"] in options]


def quoted(answers: Sequence[str]) -> str:
    """Answers as they stand in a sentence: “Yes”, “No” or “Sometimes”."""
    marked = [f"“{answer}”" for answer in answers]
    if len(marked) < 2:
        return "".join(marked)
    return _("%(some)s or %(last)s") % {"some": listed(marked[:-1]), "last": marked[-1]}


def only_after(journey: Journey, question: Mapping, texts: Mapping[str, str] | None = None) -> str:
    """After which answers a question is asked, as a sentence; "" where it always is.

    `texts` are other words for the questions, by id, than those of the person's age.
    """
    first = next((one for one in journey.possible if one["id"] == hangs_on(question)), None)
    if first is None:
        return ""
    answers = leading_answers(question, first, journey.words(first)["language"])
    text = texts[first["id"]] if texts else journey.words(first)["text"]
    told = {"answers": quoted(answers), "first": text}
    if not answers:
        return _("Only for whoever skips “%(first)s”.") % told
    if question["after"]["unanswered"]:
        return _("Only after %(answers)s to “%(first)s”, or when it is skipped.") % told
    return _("Only after %(answers)s to “%(first)s”.") % told


class PaperRoutes:
    """The routes of one person's paper form. Questions have the numbers that they have on it."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.questions = list(journey.possible)
        self.places = {question["id"]: place for place, question in enumerate(self.questions)}

    def before(self, place: int) -> str:
        """What stands above the question at `place`: who answers it; "" where everyone does."""
        question = self.questions[place]
        first = self.places.get(hangs_on(question) or "")
        if first is None:
            return ""
        return " ".join([self._condition(question, first), self._else(self._onward(place, None))])

    def after(self, place: int) -> list[str]:
        """Where to go on after each answer to the question at `place`, line by line; nothing where
        every answer leads to the next question."""
        question = self.questions[place]
        if not self.journey.decides(question):
            return []
        language = self.journey.words(question)["language"]
        default = self._onward(place, None)
        to: dict[int | None, list[str]] = {}
        for option in question["options"]:
            onward = self._onward(place, option["id"])
            if onward != default:
                to.setdefault(onward, []).append(in_language(option["words"], language))
        lines = [
            _("If you ticked %(answers)s, go to question %(number)s.")
            % {"answers": quoted(answers), "number": self._number(onward)}
            for onward, answers in to.items()
        ]
        skipped = self._onward(place, "")
        if skipped != default:
            lines.append(_("If you ticked nothing, go to question %s.") % self._number(skipped))
        return [*lines, self._else(default)]

    def _condition(self, question: Mapping, first: int) -> str:
        """Who answers a question that hangs on the one at the place `first`."""
        asked = self.questions[first]
        answers = leading_answers(question, asked, self.journey.words(asked)["language"])
        told = {"answers": quoted(answers), "number": self._number(first)}
        if not answers:
            return _("Only if you left question %(number)s empty.") % told
        if question["after"]["unanswered"]:
            return _("Only if you ticked %(answers)s in question %(number)s, or nothing.") % told
        return _("Only if you ticked %(answers)s in question %(number)s.") % told

    def _onward(self, place: int, option: str | None) -> int | None:
        """The place of the next question to look at after `place`. With an `option`, whoever ticked
        it; with "", whoever ticked nothing; with None, whoever did none that leads anywhere.

        What hangs on an earlier question is looked at: above it stands whom it is for.
        """
        for onward, question in enumerate(self.questions[place + 1 :], start=place + 1):
            first = self.places.get(hangs_on(question) or "")
            if first is None or first < place:
                return onward
            if first == place and _leads(question["after"], option):
                return onward
        return None

    def _else(self, onward: int | None) -> str:
        if onward is None:
            return _("If not, you have finished.")
        return _("If not, go to question %s.") % self._number(onward)

    @staticmethod
    def _number(place: int | None) -> str:
        return "" if place is None else str(place + 1)


def _leads(after: Mapping, option: str | None) -> bool:
    if option == "":
        return after["unanswered"]
    return option in after["options"]
