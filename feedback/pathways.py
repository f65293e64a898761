"""What a worry can be about, and what to do then: where a council has written nothing of its own.

The codes are those of the flags that put a text at the top of the queue.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """What a worry is about (requirements S6, S13; test case 22)."""

    HURT = "hurt", _("Being hurt, or neglected")
    SEXUAL_ABUSE = "sexual_abuse", _("Possible child sexual abuse")
    SELF_HARM = "self_harm", _("Self-harm")
    SUICIDE = "suicide", _("Thoughts of suicide")
    EXPLOITATION = "exploitation", _("Exploitation, such as county lines")
    FGM = "fgm", _("Female genital mutilation")
    EXTREMISM = "extremism", _("Violent extremism")
    MISSING = "missing", _("Missing, or running away")
    DOMESTIC_ABUSE = "domestic_abuse", _("Domestic abuse")
    WEAPON = "weapon", _("A weapon")
    ALLEGATION = "allegation", _("An adult who works with children")
    PRACTICE = "practice", _("Unsafe practice, told by somebody who works here")
    THREAT = "threat", _("A threat against somebody who works here")
    OTHER = "other", _("Something else")


# These are told to the police or the local authority now: there is no "later".
TOLD_AT_ONCE = (Category.SEXUAL_ABUSE,)

DEFAULTS = {
    Category.HURT: _(
        "Tell the front door of children's services today. If a child is in danger now, call 999 "
        "first. Do not tell anybody at home before you have their advice."
    ),
    Category.SEXUAL_ABUSE: _(
        "Tell the police or the local authority now, and write down when you knew and when you "
        "told them. Do not ask the child more questions, and do not wait to be sure."
    ),
    Category.SELF_HARM: _(
        "If there is an injury or an overdose, call 999. Otherwise tell the front door and ask for "
        "the mental health crisis line. Offer contact at the time and in the way they chose."
    ),
    Category.SUICIDE: _(
        "If there is a plan, a time or a place, call 999 now. Otherwise call the mental health "
        "crisis line today, and tell the front door."
    ),
    Category.EXPLOITATION: _(
        "Tell the front door and the police on 101, or 999 if it happens now. Ask about the "
        "National Referral Mechanism. What the child may have done is not the question."
    ),
    Category.FGM: _(
        "If a girl under 18 says that it was done to her, the police must be told on 101: whoever "
        "is under that duty does it themselves. If it may still happen, call 999 or the front "
        "door now."
    ),
    Category.EXTREMISM: _(
        "If somebody may be in danger now, call 999. Otherwise follow the Prevent pathway: talk to "
        "the council's Prevent lead, who decides with the police what is referred."
    ),
    Category.MISSING: _(
        "If a child is missing now, call the police on 101, or 999 if they are at high risk, and "
        "tell whoever is responsible for them. Ask for a return home interview."
    ),
    Category.DOMESTIC_ABUSE: _(
        "If it happens now, call 999. Write, call or text only in a way and at a time that they "
        "said is safe. Tell the front door where children live there."
    ),
    Category.WEAPON: _(
        "If somebody may be hurt now, call 999. Otherwise call the police on 101 and tell the "
        "front door."
    ),
    Category.ALLEGATION: _(
        "Tell the local authority designated officer within one working day. Tell nobody it is "
        "about. If they work here, mark that below: they lose access at once."
    ),
    Category.PRACTICE: _(
        "Follow the whistleblowing policy. Do not tell the manager of whoever wrote it, and do not "
        "try to find out who it is. Mark it below as about how we work, so that only the people on "
        "the conflict list see it."
    ),
    Category.THREAT: _(
        "Call the police if somebody may be hurt, and tell the person's line manager. The answer "
        "is still read as a worry: somebody who threatens may need help too."
    ),
    Category.OTHER: _("Use your professional judgement, and ask the front door for advice."),
}

DANGER = _("Call 999 now. Give what you know. Then write down when you knew and when you called.")
