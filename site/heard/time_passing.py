"""What time brings: run every few minutes by `manage.py tick`, safe to run at any time."""

from django.core.management import call_command
from django.utils import timezone

from feedback.actions.answering import wipe_expired_drafts
from governance.actions import recording


def let_time_pass() -> dict[str, int]:
    """Publish what is scheduled, wipe drafts, enter closings, missed promises and anything that a
    listener missed. Gives how many of each."""
    today = timezone.localdate()
    call_command("publish_scheduled", verbosity=0)
    return {
        "drafts wiped": wipe_expired_drafts(now=timezone.now()),
        "publications entered": recording.record_missed_publications(),
        "closings entered": recording.record_closings(today=today),
        "missed promises entered": recording.record_missed_promises(today=today),
    }
