"""The loop, through actions alone: a smoke test of the builders."""

from governance.actions.verifying import verify_log
from governance.models import Log
from tests import make


def test_an_answer_leads_to_a_decision_and_the_log_holds():
    page = make.closed_consultation()
    make.responses(page, 12, heard="yes")
    make.responses(page, 13, heard="no")
    findings = make.findings(page)

    decision = make.decision(findings)

    assert findings.edition.document["tables"][0]["total"] == 25
    assert decision.place.type == "decision.recorded"
    assert verify_log(Log.objects.get()).ok
