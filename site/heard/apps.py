from django.apps import AppConfig


class HeardConfig(AppConfig):
    name = "heard"
    verbose_name = "Heard"
