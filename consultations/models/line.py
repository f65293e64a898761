"""Lines of a page that are put into another language together with it."""

from wagtail.models import Orderable, TranslatableMixin


class Line(TranslatableMixin, Orderable):
    """One of several under a page. Each language of the page has a row of its own for it, under
    the same translation key; what is not words is copied from the source's row."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True
