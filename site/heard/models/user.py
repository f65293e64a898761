"""Members of staff. Nobody who answers a consultation ever has an account."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class StaffManager(UserManager):
    """Makes accounts that are known by their e-mail address."""

    use_in_migrations = False

    def _create_user_object(self, username: str, email: str, password: str | None, **extra: Any):
        user = self.model(email=self.normalize_email(email).lower(), **extra)
        user.set_password(password)
        return user

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> "User":
        return super().create_user("", email, password, **extra)

    def create_superuser(self, email: str, password: str | None = None, **extra: Any) -> "User":
        return super().create_superuser("", email, password, **extra)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractUser):
    """A member of staff, who signs in with an e-mail address and acts under a post."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("email address"), unique=True)
    post = models.CharField(
        _("post"),
        max_length=120,
        blank=True,
        help_text=_("What the council calls the job, such as Participation officer."),
    )

    objects: ClassVar[StaffManager] = StaffManager()  # type: ignore[assignment,misc]

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("member of staff")
        verbose_name_plural = _("members of staff")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="heard_user_has_an_email_of_their_own",
                violation_error_message=_("Somebody already signs in with that address."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email
