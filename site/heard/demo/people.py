"""The council and its staff."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Collection, Site

from consultations.models import CouncilRole, CouncilSettings, StaffRole

User = get_user_model()

PASSWORD = "larkmere-demo"  # noqa: S105  (printed by `make demo`)
# Sign-in name, first name, last name, post, role. All made up.
STAFF = (
    ("officer", "Nia", "Okafor", "Participation officer", StaffRole.PARTICIPATION),
    ("approver", "Tom", "Ashby", "Participation manager", StaffRole.APPROVER),
    ("register", "Dilys", "Pryce", "Information governance officer", StaffRole.GOVERNANCE),
    ("reader", "Sam", "Lowe", "Youth worker", StaffRole.READER),
    ("safeguarding", "Ruth", "Adeyemi", "Safeguarding lead", StaffRole.SAFEGUARDING),
    ("deputy", "Iris", "Nowak", "Deputy safeguarding lead", StaffRole.SAFEGUARDING),
    ("analyst", "Jonas", "Weir", "Research analyst", StaffRole.ANALYST),
    ("second", "Ifeoma", "Grant", "Participation analyst", StaffRole.ANALYST),
    ("decider", "Helen", "Marsh", "Assistant director", StaffRole.DECISION_MAKER),
    ("recorder", "Grace", "Bello", "Social worker", StaffRole.RECORDER),
    ("dpo", "Mei", "Castle", "Data protection officer", StaffRole.DATA_PROTECTION),
    ("director", "Maud", "Ellery", "Director of children's services", StaffRole.CONFLICT),
    ("legal", "Owen", "Price", "Monitoring officer", StaffRole.CONFLICT),
    ("councillor", "Arun", "Dasgupta", "Councillor", StaffRole.COUNCILLOR),
)


def load_people(*, host: str, port: int) -> dict[str, User]:
    """Name the council, and make one account for each role. Gives the accounts by sign-in name."""
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port, site.site_name = host, port, "Larkmere Council"
    site.save()
    settings = CouncilSettings.for_site(site)
    settings.name = "Larkmere Council"
    settings.service = "children's services"
    settings.duty_line = "01632 960 001"
    settings.night_line = "01632 960 002"
    settings.contact_email = "participation@larkmere.example"
    settings.contact_phone = "01632 960 000"
    settings.paper_to = "Any Larkmere library, or\nFreepost LARKMERE HEARD (no stamp needed)"
    settings.privacy_email = "dpo@larkmere.example"
    settings.numbers_checked_on = settings.statement_checked_on = timezone.localdate()
    settings.log_origin = "larkmere.example/accountability"
    settings.save()
    Collection.objects.filter(name="the council").update(name="Larkmere Council")
    for held in CouncilRole.objects.filter(council=site).select_related("group"):
        Group.objects.filter(pk=held.group_id).update(
            name=f"{StaffRole(held.role).label} (Larkmere Council)"
        )
    staff = {name: _account(site, name, *rest) for name, *rest in STAFF}
    staff["admin"] = User.objects.create_superuser(
        "admin@larkmere.example", PASSWORD, first_name="Ada", last_name="Finch", post="IT team"
    )
    return staff


def _account(site: Site, name: str, first: str, last: str, post: str, role: StaffRole) -> User:
    user = User.objects.create_user(
        f"{name}@larkmere.example", PASSWORD, first_name=first, last_name=last, post=post
    )
    user.groups.add(CouncilRole.objects.get(council=site, role=role).group)
    return user
