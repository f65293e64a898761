"""Setting up a council: its pages, its roles, and who may do what where.

Works on the models that it is given, so that a migration can call it with the models of its time
and `add_council` with today's. It uses no method of theirs: only rows.
"""

from collections.abc import Callable
from typing import Any

from consultations.jargon import DEFAULT

GetModel = Callable[[str, str], Any]

# The pages of a council: app, model, title, slug, in the menu, more fields.
SECTIONS = (
    ("consultations", "HaveYourSayPage", "Have your say", "have-your-say", True, {}),
    ("governance", "WhatChangedPage", "What changed", "what-changed", True, {}),
    ("consultations", "RegisterPage", "What we write down", "what-we-write-down", True, {}),
    ("feedback", "FindingsIndexPage", "What you told us", "what-you-told-us", False, {}),
    ("heard", "ContentPage", "How this works", "how-this-works", True, {"standard_text": "how"}),
    (
        "heard",
        "ContentPage",
        "Privacy, in plain words",
        "privacy",
        False,
        {"standard_text": "privacy"},
    ),
    (
        "heard",
        "ContentPage",
        "Accessibility statement",
        "accessibility",
        False,
        {"standard_text": "accessibility"},
    ),
)

WRITE = ("add_page", "change_page")
PUBLISH = ("add_page", "change_page", "publish_page")
# What each role may do with which section. Consultations are published by approval alone.
PAGE_RIGHTS = {
    "participation": {
        "have-your-say": WRITE,
        "how-this-works": PUBLISH,
        "privacy": PUBLISH,
        "accessibility": PUBLISH,
    },
    # Without the right to change, Wagtail shows an approver no preview beside the editor.
    "approver": {"have-your-say": ("change_page", "publish_page")},
    "governance": {"what-we-write-down": PUBLISH},
    "analyst": {"what-you-told-us": PUBLISH},
    "decision_maker": {"what-changed": PUBLISH},
}
EVERYTHING = ("add", "change", "delete", "view")
PLAIN_WORDS = ("consultations", "plainword", EVERYTHING)
PERIODS = ("consultations", "councilperiod", EVERYTHING)
COVER = ("consultations", "readingcover", EVERYTHING)
PLACES = ("feedback", "localplace", EVERYTHING)
MODEL_RIGHTS = {
    "participation": [PLAIN_WORDS, PERIODS, COVER, PLACES],
    "reader": [PLACES],
    "safeguarding": [PERIODS, COVER, PLACES],
    "governance": [
        PLAIN_WORDS,
        ("consultations", "informationsystem", ("add", "change", "delete", "view")),
        ("consultations", "statutoryreturn", ("add", "change", "delete", "view")),
        ("consultations", "councilsettings", ("change",)),
    ],
}
ROLES = {
    "participation": "Participation officer",
    "approver": "Approver",
    "governance": "Information governance officer",
    "reader": "Reader",
    "safeguarding": "Safeguarding lead",
    "analyst": "Analyst",
    "decision_maker": "Decision maker",
    "councillor": "Councillor",
    "recorder": "Writer of others' answers",
    "data_protection": "Data protection officer",
    "conflict": "Conflict list",
}
LIBRARIANS = ("participation", "governance")  # who brings pictures and files
LIBRARY_RIGHTS = [
    ("wagtailimages", "image", ("add", "change", "choose")),
    ("wagtaildocs", "document", ("add", "change", "choose")),
]
# Who may begin a translation; of which pages, the rights on pages say.
TRANSLATE = ("participation", "approver", "governance", "analyst", "decision_maker")
NO_ADMIN = ("councillor",)  # councillors read what is public

LEDE = (
    "Tell us how your information should be used. We publish what you said, what we decided, "
    "and what we did not change and why."
)


def set_up_council(get_model: GetModel, *, site: Any, home: Any, name: str) -> None:
    """Give a council its sections below `home`, its groups, and their rights."""
    sections = {
        slug: _add_page(get_model, app, model, home, title, slug, menu, more)
        for app, model, title, slug, menu, more in SECTIONS
    }
    for role, label in ROLES.items():
        group = add_role(get_model, site, role, f"{label} ({name})")
        for slug, rights in PAGE_RIGHTS.get(role, {}).items():
            _grant_on_page(get_model, group, sections[slug], rights)
        grant_on_models(get_model, group, site.pk, role)
        if role in TRANSLATE:
            let_translate(get_model, group)
        if role == "approver":
            _require_approval(get_model, group, sections["have-your-say"])
    open_library(get_model, site=site, name=name)


def open_library(get_model: GetModel, *, site: Any, name: str) -> None:
    """Give a council a collection of its own for pictures and files: others see nothing in it."""
    collections = get_model("wagtailcore", "Collection").objects
    roles = get_model("consultations", "CouncilRole").objects.filter(council_id=site.pk)
    library = collections.filter(depth=2, name=name).first() or _add_collection(collections, name)
    for group_id in roles.filter(role__in=LIBRARIANS).values_list("group_id", flat=True):
        for app, model, rights in LIBRARY_RIGHTS:
            for right in rights:
                permission = _permission(get_model, app, model, f"{right}_{model}")
                get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                    group_id=group_id, collection_id=library.pk, permission_id=permission.pk
                )


def _add_collection(collections: Any, name: str) -> Any:
    """A collection below the root of all, as a row."""
    root = collections.get(depth=1)
    last = collections.filter(depth=2).order_by("path").last()
    step = int(last.path[-4:], 36) + 1 if last else 1
    collections.filter(pk=root.pk).update(numchild=root.numchild + 1)
    return collections.create(name=name, path=root.path + _base36(step), depth=2, numchild=0)


def add_home(get_model: GetModel, *, root: Any, title: str, slug: str) -> Any:
    """The front page of a council, below the root of all pages."""
    more = {"lede": LEDE}
    return _add_page(get_model, "heard", "HomePage", root, title, slug, False, more)


def let_translate(get_model: GetModel, group: Any) -> None:
    """Let a group begin translations. The right carries the name that wagtail-localize gives it."""
    permission, _made = get_model("auth", "Permission").objects.get_or_create(
        content_type=_content_type(get_model, "wagtail_localize", "translation"),
        codename="submit_translation",
        defaults={"name": "Can submit translations"},
    )
    group.permissions.add(permission)


def _add_page(
    get_model: GetModel,
    app: str,
    model: str,
    parent: Any,
    title: str,
    slug: str,
    in_menu: bool,
    more: dict,
) -> Any:
    """A published page, as a row: the last child of `parent`."""
    pages = get_model("wagtailcore", "Page").objects
    parent = pages.get(pk=parent.pk)
    siblings = pages.filter(path__startswith=parent.path, depth=parent.depth + 1)
    last = siblings.order_by("path").last()
    step = int(last.path[-4:], 36) + 1 if last else 1
    page = get_model(app, model).objects.create(
        title=title,
        draft_title=title,
        slug=slug,
        path=parent.path + _base36(step),
        depth=parent.depth + 1,
        numchild=0,
        url_path=f"{parent.url_path}{slug}/",
        live=True,
        show_in_menus=in_menu,
        content_type=_content_type(get_model, app, model.lower()),
        locale=get_model("wagtailcore", "Locale").objects.get(language_code="en-gb"),
        **more,
    )
    pages.filter(pk=parent.pk).update(numchild=parent.numchild + 1)
    return page


def _base36(number: int) -> str:
    """A step of a page's path: four digits of 0-9 and A-Z."""
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest] + digits
    return digits.rjust(4, "0")


def add_role(get_model: GetModel, site: Any, role: str, name: str) -> Any:
    """The group that holds a role in a council, with the way in to the staff's screens."""
    group, _made = get_model("auth", "Group").objects.get_or_create(name=name)
    get_model("consultations", "CouncilRole").objects.get_or_create(
        council_id=site.pk, role=role, defaults={"group_id": group.pk}
    )
    if role not in NO_ADMIN:
        group.permissions.add(_permission(get_model, "wagtailadmin", "admin", "access_admin"))
    return group


def grant_on_models(get_model: GetModel, group: Any, site_id: int, role: str) -> None:
    """Give a group what its role may do with rows that carry their council."""
    for app, model, rights in MODEL_RIGHTS.get(role, []):
        for right in rights:
            permission = _permission(get_model, app, model, f"{right}_{model}")
            get_model("wagtailcore", "GroupSitePermission").objects.get_or_create(
                group_id=group.pk, site_id=site_id, permission_id=permission.pk
            )


def give_plain_words(get_model: GetModel, site_id: int) -> None:
    """Begin a council's list of plain words, unless it has one."""
    words = get_model("consultations", "PlainWord").objects
    if not words.filter(council_id=site_id).exists():
        words.bulk_create(
            words.model(council_id=site_id, term=term, plain=plain, note=note)
            for term, plain, note in DEFAULT
        )


def _grant_on_page(get_model: GetModel, group: Any, page: Any, rights: tuple) -> None:
    for right in rights:
        get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
            group_id=group.pk,
            page_id=page.pk,
            permission_id=_permission(get_model, "wagtailcore", "page", right).pk,
        )


def _require_approval(get_model: GetModel, group: Any, page: Any) -> None:
    """Whatever is written below `page` waits for another officer."""
    name = "another officer"  # as in “Submit to another officer”
    task = get_model("consultations", "ApprovalByAnother").objects.create(
        name=name,
        active=True,
        content_type=_content_type(get_model, "consultations", "approvalbyanother"),
    )
    task.groups.add(group.pk)
    workflow = get_model("wagtailcore", "Workflow").objects.create(name=name, active=True)
    get_model("wagtailcore", "WorkflowTask").objects.create(
        workflow_id=workflow.pk, task_id=task.pk, sort_order=0
    )
    get_model("wagtailcore", "WorkflowPage").objects.create(
        workflow_id=workflow.pk, page_id=page.pk
    )


def _permission(get_model: GetModel, app: str, model: str, codename: str) -> Any:
    permission, _made = get_model("auth", "Permission").objects.get_or_create(
        content_type=_content_type(get_model, app, model),
        codename=codename,
        defaults={"name": f"Can {codename.replace('_', ' ')}"},
    )
    return permission


def _content_type(get_model: GetModel, app: str, model: str) -> Any:
    kind, _made = get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=model
    )
    return kind
