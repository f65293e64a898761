"""What was settled about a worry says when it was known, told and recorded."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0013_old_outcomes_get_their_times"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("aware_at", None),
                    ("acted_at", None),
                    ("aware_at__lte", models.F("acted_at")),
                    _connector="OR",
                ),
                name="feedback_followup_was_known_before_somebody_acted",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("told_at", None), ("aware_at__lte", models.F("told_at")), _connector="OR"
                ),
                name="feedback_followup_was_known_before_it_was_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome", ""),
                    models.Q(("category__in", ("sexual_abuse",)), _negated=True),
                    ("told_at__isnull", False),
                    _connector="OR",
                ),
                name="feedback_followup_is_told_at_once_or_not_settled",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ("referred", "danger", "allegation")), _negated=True),
                    ("told_at__isnull", False),
                    _connector="OR",
                ),
                name="feedback_followup_says_when_others_were_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "referred"), _negated=True),
                    models.Q(("sealed_reference", ""), _negated=True),
                    _connector="OR",
                ),
                name="feedback_followup_of_a_referral_has_its_reference",
            ),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("aware_at", None),
                    ("acted_at", None),
                    ("aware_at__lte", models.F("acted_at")),
                    _connector="OR",
                ),
                name="feedback_concern_was_known_before_somebody_acted",
            ),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("told_at", None), ("aware_at__lte", models.F("told_at")), _connector="OR"
                ),
                name="feedback_concern_was_known_before_it_was_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome", ""),
                    models.Q(("category__in", ("sexual_abuse",)), _negated=True),
                    ("told_at__isnull", False),
                    _connector="OR",
                ),
                name="feedback_concern_is_told_at_once_or_not_settled",
            ),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ("referred", "danger", "allegation")), _negated=True),
                    ("told_at__isnull", False),
                    _connector="OR",
                ),
                name="feedback_concern_says_when_others_were_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "referred"), _negated=True),
                    models.Q(("sealed_reference", ""), _negated=True),
                    _connector="OR",
                ),
                name="feedback_concern_of_a_referral_has_its_reference",
            ),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("aware_at", None),
                        ("outcome", ""),
                        ("recorded_at", None),
                        ("told_at", None),
                    ),
                    models.Q(
                        models.Q(("outcome", ""), _negated=True),
                        ("aware_at__isnull", False),
                        ("recorded_at__isnull", False),
                        ("acted_at__lte", models.F("recorded_at")),
                    ),
                    _connector="OR",
                ),
                name="feedback_concern_outcome_says_when_it_was_known_and_recorded",
            ),
        ),
    ]
