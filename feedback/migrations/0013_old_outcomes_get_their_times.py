"""Outcomes that were recorded before say what we know of their times; pictures that were frozen
before lie in one place."""

import json

from django.db import migrations
from django.db.models import F
from django.db.models.functions import Least

from feedback.sealing import seal, unseal

NOT_KEPT = "Not kept before this version."
TOLD = ("referred", "danger", "allegation")
FROZEN = b"frozen"


def settle(apps, schema_editor):
    concerns = apps.get_model("feedback", "Concern").objects
    concerns.exclude(outcome="").update(
        aware_at=Least("raised_at", "acted_at"), recorded_at=F("acted_at")
    )
    concerns.filter(outcome__in=TOLD).update(told_at=F("acted_at"))
    later = apps.get_model("feedback", "FollowUp").objects
    later.filter(outcome__in=TOLD).update(aware_at=F("at"), told_at=F("at"), acted_at=F("at"))
    for rows in (concerns, later):
        for row in rows.filter(outcome="referred"):
            rows.filter(pk=row.pk).update(sealed_reference=seal(NOT_KEPT))


def freeze(apps, schema_editor):
    freezings = apps.get_model("feedback", "Freezing").objects
    for concern in apps.get_model("feedback", "Concern").objects.exclude(sealed_file=""):
        if json.loads(unseal(concern.sealed_about)).get("frozen"):
            freezings.create(concern=concern, by=concern.raised_by, at=concern.raised_at)
    recordings = apps.get_model("feedback", "Recording").objects
    recordings.filter(frozen=True).update(content=FROZEN, strokes=[])


class Migration(migrations.Migration):
    dependencies = [("feedback", "0012_worries_are_settled_with_times")]
    operations = [
        migrations.RunPython(settle, migrations.RunPython.noop),
        migrations.RunPython(freeze, migrations.RunPython.noop),
    ]
