"""Lines that were there before each language had rows of its own: given a language and a key.

Migrations use this. The rows of a translation get the keys of the source's rows that they were
copied from; versions of pages get what their rows got.
"""

import uuid
from collections import defaultdict
from typing import Any

from django.conf import settings


def give_languages(apps: Any, app: str, page: str, lists: dict[str, tuple[str, str]]) -> None:
    """Give every line of every page of a kind its language and its key.

    `lists` has, for the name of each list of the page, its model and the field by which a line is
    known again, or "".
    """
    kinds = {name: apps.get_model(app, model) for name, (model, _alike) in lists.items()}
    pages = {
        one.pk: one
        for one in apps.get_model(app, page).objects.only("translation_key", "locale_id")
    }
    given = {
        name: _give(kind, pages, _default_locale(apps), lists[name][1])
        for name, kind in kinds.items()
    }
    _tell_versions(apps, app, page, pages, given)


def _default_locale(apps: Any) -> int | None:
    locales = apps.get_model("wagtailcore", "Locale").objects
    found = locales.filter(language_code=settings.LANGUAGE_CODE).first()
    return found and found.pk


def _give(kind: Any, pages: dict, default: int | None, alike: str) -> dict[int, str]:
    """Give the lines of one list theirs. Gives the key of each."""
    lines = sorted(
        kind.objects.all(),
        key=lambda line: (pages[line.page_id].locale_id != default, line.page_id, _place(line)),
    )
    first: dict[Any, list[uuid.UUID]] = defaultdict(list)
    left: dict[Any, list[uuid.UUID]] = {}
    given = {}
    for line in lines:
        page = pages[line.page_id]
        known = (page.translation_key, getattr(line, alike) if alike else "")
        if page.locale_id == default:
            line.translation_key = uuid.uuid4()
            first[known].append(line.translation_key)
        else:
            keys = left.setdefault((line.page_id, *known), [*first[known]])
            line.translation_key = keys.pop(0) if keys else uuid.uuid4()
        line.locale_id = page.locale_id
        line.save(update_fields=["translation_key", "locale"])
        given[line.pk] = str(line.translation_key)
    return given


def _place(line: Any) -> tuple[int, int]:
    return (line.sort_order if line.sort_order is not None else -1, line.pk)


def _tell_versions(apps: Any, app: str, page: str, pages: dict, given: dict) -> None:
    """The same in every version of the pages. A line that was never saved gets a key of its own."""
    versions = apps.get_model("wagtailcore", "Revision").objects.filter(
        content_type__app_label=app, content_type__model=page.lower()
    )
    for version in versions.iterator():
        found = pages.get(int(version.object_id))
        if found is None:
            continue
        for name, keys in given.items():
            for line in version.content.get(name) or []:
                line["translation_key"] = keys.get(line["pk"]) or str(uuid.uuid4())
                line["locale"] = found.locale_id
        version.save(update_fields=["content"])
