"""The names of months as they stand after a day. Polish has other names for a month alone, which
are the ones that Django's own catalogue gives."""

from django.utils.translation import gettext_noop as _

IN_A_DATE = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
