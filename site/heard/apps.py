from django.apps import AppConfig


class HeardConfig(AppConfig):
    name = "heard"
    verbose_name = "Heard"

    def ready(self) -> None:
        from heard import listeners

        listeners.connect()
