"""Choosing a picture for Easy Read in the editor, by looking for it in words."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.telepath import register
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser, BaseChooserAdapter
from wagtail.blocks import FieldBlock

from consultations.symbols import Symbol, every_symbol, search


class FindForm(BaseFilterForm):
    """Words to look for."""

    q = forms.CharField(
        label=_("Look for"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("home, school, worried")}),
    )

    def filter(self, objects: Any) -> Any:
        self.search_query = self.cleaned_data.get("q", "")
        self.is_searching = bool(self.search_query)
        return search(self.search_query)


class PictureColumn(Column):
    """The picture itself: officers choose with their eyes."""

    cell_template_name = "consultations/admin/symbol_cell.html"


class ChooseMixin:
    """Symbols come from a file, not from the database."""

    filter_form_class = FindForm
    per_page = 24

    def get_object_list(self) -> Any:
        return search("")

    def can_create(self) -> bool:
        """Nobody adds to the set from here."""
        return False

    def apply_object_list_ordering(self, objects: Any) -> Any:
        return objects

    @property
    def columns(self) -> list[Column]:
        return [PictureColumn("picture", label=_("Picture")), self.title_column]


class ChooseView(ChooseMixin, chooser.ChooseView):
    pass


class ChooseResultsView(ChooseMixin, chooser.ChooseResultsView):
    pass


class ChosenView(chooser.ChosenView):
    def get_object(self, pk: str) -> Symbol:
        try:
            return every_symbol()[pk]
        except KeyError as unknown:
            raise Http404 from unknown


class ChosenMultipleView(chooser.ChosenMultipleView):
    def get_objects(self, pks: list[str]) -> list[Symbol]:
        return [every_symbol()[pk] for pk in pks if pk in every_symbol()]


class SymbolWidget(BaseChooser):
    """A picture that was chosen, with its name."""

    choose_one_text = _("Choose a picture")
    choose_another_text = _("Choose another picture")
    show_edit_link = False
    icon = "image"
    chooser_modal_url_name = "symbol_chooser:choose"
    model_class = Symbol

    def get_instance(self, value: Any) -> Symbol | None:
        return value if isinstance(value, Symbol) else every_symbol().get(value)

    def get_value_data_from_instance(self, instance: Symbol) -> dict:
        return {"id": instance.code, "edit_url": None, self.display_title_key: instance.name}


register(BaseChooserAdapter(), SymbolWidget)


class SymbolChooserViewSet(ChooserViewSet):
    """The window in which a picture is looked for and chosen."""

    name = "symbol_chooser"
    url_prefix = "symbols"
    model = None
    icon = "image"
    choose_one_text = _("Choose a picture")
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView

    def on_register(self) -> None:
        """There is no model whose forms would need to know of it."""

    def get_urlpatterns(self) -> list:
        return [url for url in super().get_urlpatterns() if url.name != "create"]


class SymbolField(forms.CharField):
    """The code of a picture that exists."""

    widget = SymbolWidget

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and value not in every_symbol():
            raise ValidationError(_("There is no such picture. Choose another."))


class SymbolBlock(FieldBlock):
    """A picture of the set, kept as its code."""

    def __init__(self, required: bool = True, help_text: str = "", **kwargs: Any) -> None:
        self.field = SymbolField(required=required, help_text=help_text)
        super().__init__(**kwargs)

    def get_form_state(self, value: Any) -> dict | None:
        """What the editor shows of a picture that was chosen before."""
        return self.field.widget.get_value_data(self.value_for_form(value))

    class Meta:
        icon = "image"
        default = ""
