"""Parts of the editor that all our pages share."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel

# In place of Wagtail's own, which asks for texts for search engines and for a place in the menu.
ADDRESS = [MultiFieldPanel([FieldPanel("slug")], heading=_("Address of the page"))]

ABOUT_THE_PERSON = InlinePanel(
    "apart",
    heading=_("Questions about the person, asked apart"),
    label=_("set of questions"),
    help_text=_(
        "Asked after Send, and never kept with the answers. Choose as few as you will use."
    ),
)
