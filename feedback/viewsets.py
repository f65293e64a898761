"""Officers' list of the places that readers take out of texts. Each council's own."""

from django.utils.translation import gettext_lazy as _

from consultations.viewsets import TermViewSet
from feedback.models import LocalPlace


class LocalPlaceViewSet(TermViewSet):
    """Schools, homes, streets and other places here, by their names."""

    model = LocalPlace
    icon = "site"
    menu_label = _("Local places")
    menu_order = 235
    add_to_admin_menu = True
    list_display = ("name", "kind", "council")
    list_filter = ("kind",)
    search_fields = ("name",)
    list_per_page = 100
