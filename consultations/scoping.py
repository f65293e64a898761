"""Keeping the councils of one installation apart, wherever a person chooses something."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from consultations.models.council import CouncilRole, StaffRole
from consultations.permissions import roles_of


class CouncilsRowForm(WagtailAdminModelForm):
    """A row that carries its council: one of those in which this person may make such rows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        policy = policy_registry.get_by_type(self._meta.model)
        councils = policy.sites_user_has_permission_for(self.for_user, "add")
        self.fields["council"].queryset = councils
        self.fields["council"].initial = councils.first()


class ReadersForm(CouncilsRowForm):
    """A row that names people who read what is written in its council."""

    readers = ("lead", "deputy")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = who_read(self.fields["council"].queryset)
        for name in self.readers:
            field = self.fields[name]
            field.queryset = field.queryset.filter(pk__in=held.values("group__user")).distinct()

    def clean(self) -> dict:
        cleaned = super().clean()
        here = set(who_read([cleaned.get("council")]).values_list("group__user", flat=True))
        for name in self.readers:
            if cleaned.get("council") and cleaned.get(name) and cleaned[name].pk not in here:
                self.add_error(name, _("They do not read for this council."))
        return cleaned


def who_read(councils: Iterable[Any]) -> QuerySet:
    """The roles that read what people write in these councils, held by people who work here."""
    return CouncilRole.objects.filter(
        council__in=[one for one in councils if one],
        role__in=[StaffRole.READER, StaffRole.SAFEGUARDING],
        group__user__is_active=True,
    )


def offer(formset: Any, field: str, choices: QuerySet) -> None:
    """Let every line of a formset, also one that is added later, offer only `choices`."""
    add_fields = formset.add_fields

    def with_choices(form: forms.Form, index: int | None) -> None:
        add_fields(form, index)
        form.fields[field].queryset = choices

    formset.add_fields = with_choices
    for form in formset.forms:
        form.fields[field].queryset = choices


def council_of(form: Any) -> Site | None:
    """The council for which a page is written in this form of the editor."""
    return (form.parent_page or form.instance).get_site()


def not_of(council: Site | None, pages: Iterable[Page]) -> list[Page]:
    """Those of `pages` that are not this council's."""
    return [page for page in pages if page.get_site() != council]


def own_pages(pages: QuerySet, request: HttpRequest) -> QuerySet:
    """Of the pages that a chooser would offer, those of councils in which this person works."""
    if request.user.is_superuser:
        return pages
    councils = {council for _role, council in roles_of(request.user)}
    mine = Q(pk__in=[])
    fronts = Site.objects.filter(pk__in=councils).values("root_page__translation_key")
    for root in Page.objects.filter(translation_key__in=fronts):  # in each of its languages
        mine |= Q(path__startswith=root.path) | Q(depth__lt=root.depth)
    return pages.filter(mine)
