"""What a consultation does without, in words for everybody: shown with the officer's reason."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PUBLIC: dict[str, str | Promise] = {
    "one-option": _("There is only one option."),
    "short": _("It is open for less time than we promise."),
    "tried-out": _("We did not try out the questions with children first."),
    "missed": _("We did not name a group that we might miss."),
    "eqia": _("We did not check first if it is fair to everyone."),
    "ethics": _("Nobody from outside checked that it is right to ask."),
    "one-role": _("We ask only one group of people."),
    "plain": _("Some words here are harder than we promise."),
    "easy": _("Some rows of Easy Read have more words than we promise."),
}


def public_words(code: str) -> str:
    """What the line with this code means to somebody outside the council; "" for a hard line."""
    return str(PUBLIC.get(code) or PUBLIC.get(code.partition(":")[0], ""))
