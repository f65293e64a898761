"""No address of a phone or computer is kept with answers, and what we say of it is the setting."""

import pytest

from consultations.models import CouncilSettings, NetworkAddresses
from feedback.actions import concerns
from feedback.models import Response
from tests import make
from tests.feedback.answering import walk
from tests.feedback.listening.screens import everything_stored

ADDRESS = "203.0.113.77"


def set_policy(policy):
    facts = {"network_addresses": policy}
    CouncilSettings.objects.update_or_create(site=make.council(), defaults=facts)


@pytest.mark.parametrize("policy", NetworkAddresses.values)
def test_none_is_stored_whatever_the_setting_says(client, policy, caplog):
    set_policy(policy)
    page = make.consultation()
    client.defaults |= {"REMOTE_ADDR": ADDRESS, "HTTP_X_FORWARDED_FOR": ADDRESS}

    walk.begin(client, page)
    walk.answer(client, page, 2, "He hits me")
    walk.send(client, page)
    client.post(walk.address(page, "after"), {"after-way": "phone", "after-where": "07700 900123"})

    assert Response.objects.exists()
    assert ADDRESS not in everything_stored()
    assert ADDRESS not in caplog.text


@pytest.mark.parametrize(
    ("policy", "said", "not_said"),
    [
        ("none", "We do not try to find out who you are.", "We only try to find out"),
        ("week", "We only try to find out who you are if we think", "We do not try"),
    ],
)
def test_what_children_are_told_is_made_from_the_setting(visitor, policy, said, not_said):
    set_policy(policy)
    page = make.consultation()
    walk.begin(visitor, page, "child:10-12", agree=False)

    shown = walk.text(visitor.get(walk.address(page, "agree")))

    assert said in shown
    assert not_said not in shown
    kept = "keeps such addresses for 7 days" in walk.text(visitor.get("/privacy/"))
    assert kept is (policy == "week")


def test_an_anonymous_worry_is_settled_without_any_attempt_to_find_them():
    worry = make.concern()

    settled = make.settled_concern(worry, "cannot_identify", told_at=None, reference="")

    assert settled.outcome == "cannot_identify"
    assert concerns.open_concern(concern=settled, by=make.staff("safeguarding")) == []
