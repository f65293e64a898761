"""What kind of say people have: R. Hart's ladder of participation (UNICEF, 1992), in plain words.

The lowest three rungs are there so that officers can be honest with themselves. Nothing that stands
on them is opened.
"""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Rung(models.IntegerChoices):
    """The rungs, as officers choose among them."""

    MANIPULATION = 1, _("1. Manipulation: children are used to support what adults want")
    DECORATION = 2, _("2. Decoration: children are there to look good")
    TOKENISM = 3, _("3. Tokenism: children seem to have a say, and it changes nothing")
    TOLD = 4, _("4. Assigned but informed: adults decide on the project, children know why")
    CONSULTED = 5, _("5. Consulted and informed: adults decide, and take seriously what is said")
    SHARED = 6, _("6. Begun by adults, decisions shared with children")
    LED = 7, _("7. Begun and led by children")
    BEGUN_BY_CHILDREN = 8, _("8. Begun by children, decisions shared with adults")


LOWEST_THAT_IS_A_SAY = Rung.TOLD

PLAIN: dict[int, str | Promise] = {
    Rung.TOLD: _(
        "Grown-ups chose what this is about, and they will choose what happens. You can tell us "
        "what you think of it. They must tell you what they did and why."
    ),
    Rung.CONSULTED: _("You tell us what you think. Grown-ups then choose. They must tell you why."),
    Rung.SHARED: _("Grown-ups began this. You choose together with them what happens."),
    Rung.LED: _("Young people began this, and they choose what happens. Grown-ups help."),
    Rung.BEGUN_BY_CHILDREN: _(
        "Young people began this. They choose together with grown-ups what happens."
    ),
}


def in_plain_words(rung: int | None) -> str:
    """What people read about the say that they have; "" when nobody has said yet."""
    return str(PLAIN.get(rung, "")) if rung else ""
