"""What people agree to before they answer, in the words of their age (requirements W1 to W4).

Each text has a version that is stored with the answers. Whoever changes a text gives it a new
version: a test holds the two together. Facts come from settings, so that they are true.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consultations.audiences import ADULT_VOICES, Band, Role

YES = _("Yes, let's start")
NO = _("No thanks")


@dataclass(frozen=True)
class Assent:
    """A text to agree to: its version, its paragraphs and the words of its two buttons.

    In Easy Read each paragraph is one idea, with the picture in the same place of `pictures`.
    """

    version: str
    paragraphs: tuple[str | Promise, ...]
    pictures: tuple[str, ...] = ()
    yes: str | Promise = YES
    no: str | Promise = NO


READ_BY = _("A trained reader at %(council)s reads what you write, within %(within)s.")

YOUNGER = Assent(
    "younger-2",
    (
        _(
            "This is about what grown-ups write down about you. We want to know what you think. "
            "You can say yes or no. Both are OK."
        ),
        _("You can stop at any time. No one will be cross. You can skip any question."),
        _(
            "You do not need to tell us your name. A grown-up at %(council)s reads what you say, "
            "within %(within)s. It is their job. We will use it to try to make things better."
        ),
        _("If you are not safe, we may need to tell another grown-up. Their job is to help."),
        _(
            "By %(findings_by)s we show what everyone said, with no names. "
            "You can take your answers back. At the end we give you four words for that."
        ),
    ),
)
MIDDLE = Assent(
    "middle-3",
    (
        _(
            "We work for the council. We write things down about you to help you stay safe and "
            "well. We want to know what you think about that."
        ),
        _(
            "It is your choice to take part. If you say no, nothing bad happens. You will still "
            "get the same help. You can skip questions. You can stop at any time."
        ),
        _("Please do not write your name, or the name of anyone else. %(finding_out)s"),
        READ_BY,
        _(
            "If you tell us that someone is being hurt, we may have to tell a person whose job "
            "is to keep children safe."
        ),
        _(
            "By %(findings_by)s we show what everyone said, with no names. You can take your "
            "answers back at any time. At the end we give you four words for that. What we have "
            "shown by then stays, but no one can tell which ideas were yours."
        ),
    ),
)
OLDER = Assent(
    "older-2",
    (
        _(
            "What you say here will help us decide what we write down about young people, and "
            "who can see it."
        ),
        _(
            "Taking part is up to you. Saying no will not change the help you get. You can skip "
            "any question. You can stop at any time."
        ),
        _("We do not ask for your name. Your social worker will not be sent your answers."),
        READ_BY,
        _(
            "We may publish some of your words, but only if you tick the box. We will change "
            "anything that could show who you are."
        ),
        _(
            "There is one time when we tell more people. If we think you or someone else could "
            "be badly hurt, we will try to get help."
        ),
        _(
            "You can delete your answers at any time. You will need the four words that we give "
            "you at the end. By %(findings_by)s we publish what everyone said. After that we "
            "cannot take your ideas out of the report, but no one can tell which ideas were yours."
        ),
    ),
)
PARENT = Assent(
    "parent-2",
    (
        _("We want to hear what you think about the information we keep about your family."),
        _(
            "Taking part is your choice. It will not change the help you get, or any plan for "
            "your child."
        ),
        _("You do not have to give your name. Please do not use anyone's name in your answers."),
        READ_BY,
        _("If you tell us that a child or an adult may be at risk of harm, we have to act on it."),
        _(
            "You can delete your answers at any time. Use the four words that we give you at the "
            "end. By %(findings_by)s we publish what everyone said. After that we cannot take "
            "your ideas out of the report."
        ),
    ),
    yes=_("I agree. Start"),
)
STAFF = Assent(
    "staff-2",
    (
        _(
            "We want to hear how what is written down looks from where you work. "
            "What you say is read as one view among others."
        ),
        _(
            "Taking part is your choice. We do not ask who you are, and your manager is not told. "
            "Please do not name anyone, and do not give a case number."
        ),
        READ_BY,
        _(
            "This is not a place for a referral. If you are worried about a child, follow your "
            "usual procedure now."
        ),
        _("If you tell us that a child or an adult may be at risk of harm, we have to act on it."),
        _(
            "You can delete your answers with the four words that we give you at the end. By "
            "%(findings_by)s we publish what everyone said. After that we cannot take your ideas "
            "out of the report."
        ),
    ),
    yes=_("I agree. Start"),
)
ANYBODY = Assent(
    "anybody-1",
    (
        _(
            "We want to know what you think about what %(council)s writes down about children "
            "and families."
        ),
        _(
            "Taking part is your choice. If you say no, nothing bad happens, and you will get the "
            "same help. You can skip any question. You can stop at any time."
        ),
        _("You do not need to give your name. Please do not name anyone else."),
        READ_BY,
        _("If you tell us that someone is not safe, we may have to tell a person who can help."),
        _(
            "By %(findings_by)s we publish what everyone said. We only publish your own words if "
            "you tick the box. You can delete your answers at any time. At the end we give you "
            "four words for that. What we have published by then stays, but no one can tell "
            "which ideas were yours."
        ),
    ),
)

EASY = Assent(
    "easy-1",
    (
        _("%(council)s wants to know what you think."),
        _("You can say yes or no."),
        _("If you say no, you get the same help as before."),
        _("You can skip any question."),
        _("You can stop at any time."),
        _("You do not tell us your name. Please do not name other people."),
        _("A trained reader reads what you write, within %(within)s."),
        _("If someone is not safe, we may have to tell a person who can help."),
        _("We show your own words only if you tick a box."),
        _("By %(findings_by)s we show what everyone said. There are no names in it."),
        _("You get four words. With them you can delete your answers."),
        _("What we have shown by then stays. No one can tell which ideas were yours."),
    ),
    pictures=(
        "1f4ac",
        "2696",
        "1f9d1-200d-1f91d-200d-1f9d1",
        "27a1",
        "1f6d1",
        "1f910",
        "1f4d6",
        "1f6df",
        "2611",
        "1f4e2",
        "1f5d1",
        "1f512",
    ),
)

ALL = (YOUNGER, MIDDLE, OLDER, PARENT, STAFF, ANYBODY, EASY)


def assent_for(role: str, band: str, easy: bool = False, voice: str = "") -> Assent:
    """The text for somebody of this role and age; one for anybody, when they do not say, and for
    an adult who answers about a child; one in Easy Read for whoever reads that."""
    if easy:
        return EASY
    if role == Role.NOT_SAID or (role == Role.CHILD and voice in ADULT_VOICES):
        return ANYBODY
    if role == Role.PARENT:
        return PARENT
    if role in (Role.PRACTITIONER, Role.CHOOSER):
        return STAFF
    if band == Band.TEN:
        return MIDDLE
    if band in (Band.THIRTEEN, Band.SIXTEEN, Band.EIGHTEEN):
        return OLDER
    return YOUNGER
