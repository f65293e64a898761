from django.apps import AppConfig
from django.db.models.signals import post_migrate


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = "Governance"

    def ready(self) -> None:
        from governance import guards, listeners

        listeners.connect()
        post_migrate.connect(guards.after_migrate, sender=self, dispatch_uid="governance.guards")
