from django.apps import AppConfig


class HeardConfig(AppConfig):
    name = "heard"
    verbose_name = "Heard"

    def ready(self) -> None:
        from django.core.checks import register

        from heard import listeners
        from heard.words_of_the_site import words_are_compiled

        register(words_are_compiled)
        listeners.connect()
