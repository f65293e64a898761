"""Parts of the editor that all our pages share."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

# In place of Wagtail's own, which asks for texts for search engines and for a place in the menu.
ADDRESS = [MultiFieldPanel([FieldPanel("slug")], heading=_("Address of the page"))]
