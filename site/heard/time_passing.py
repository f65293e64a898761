"""What happens because a moment has come, and not because a person did something."""

import logging
from collections.abc import Callable, Iterator

from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision

from consultations.actions.cover import follow_cover
from consultations.actions.inviting import end_what_is_over
from feedback.actions.answering import wipe_expired_drafts
from feedback.actions.contacting import wipe_contacts
from feedback.actions.exporting import end_old_exports
from feedback.actions.paper import wipe_files
from feedback.text_search import clean_index
from governance.actions import recording, sight

logger = logging.getLogger(__name__)


def let_time_pass() -> dict[str, int]:
    """Wipe drafts, end codes, publish what is scheduled, enter closings, missed promises and
    anything that a listener missed, what is out of sight included. Gives how many of each.

    What was promised to people comes first, and nothing that fails keeps the rest from happening:
    it is named in the server's own log, and tried again the next time.
    """
    today = timezone.localdate()
    done = {
        "drafts wiped": lambda: wipe_expired_drafts(now=timezone.now()),
        "codes ended": lambda: end_what_is_over(today=today),
        "exports ended": lambda: end_old_exports(now=timezone.now()),
        "files wiped": lambda: wipe_files(now=timezone.now()),
        "contacts wiped": lambda: wipe_contacts(today=today),
        "indexes cleaned": clean_index,
        "rotas followed": lambda: follow_cover(today=today),
        "pages published": publish_scheduled,
        "publications entered": recording.record_missed_publications,
        "withdrawals entered": sight.record_missed_withdrawals,
        "closings entered": lambda: recording.record_closings(today=today),
        "missed promises entered": lambda: recording.record_missed_promises(today=today),
    }
    return {what: _tried(what, act) for what, act in done.items()}


def _tried(what: str, act: Callable[[], int]) -> int:
    try:
        return act()
    except Exception:
        logger.exception("Could not do what time brings: %s.", what)
        return 0


def publish_scheduled() -> int:
    """Publish and unpublish what is scheduled. Gives how many pages were published.

    Wagtail stops at the first page that cannot be published. That page is no longer scheduled
    afterwards (see `PublishedWhole`), so we go on until nothing refuses.
    """
    waiting = Revision.page_revisions.filter(approved_go_live_at__lte=timezone.now())
    n_before = waiting.count()
    refused = list(_refusals(n_before + 1))
    for error in refused:
        logger.error("A scheduled page cannot be published. %s", error)
    return n_before - waiting.count() - len(refused)


def _refusals(most: int) -> Iterator[Exception]:
    for _each in range(most):
        try:
            call_command("publish_scheduled", verbosity=0)
        except Exception as error:
            yield error
        else:
            return
