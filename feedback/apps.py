from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FeedbackConfig(AppConfig):
    name = "feedback"
    verbose_name = "Feedback"

    def ready(self) -> None:
        from feedback import guards, listeners, text_search

        listeners.connect()
        post_migrate.connect(guards.after_migrate, sender=self, dispatch_uid="feedback.guards")
        post_migrate.connect(text_search.after_migrate, sender=self, dispatch_uid="feedback.search")
