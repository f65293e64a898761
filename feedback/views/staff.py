"""What the staff's screens of this room share."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control


def only(allowed: Callable[[Any], bool]) -> Callable:
    """Let only those in for whom `allowed(user)` is true, in some council; keep no copy."""

    def decorator(view: Callable) -> Callable:
        @wraps(view)
        def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not allowed(request.user):
                raise PermissionDenied
            response = view(request, *args, **kwargs)
            patch_cache_control(response, no_store=True, private=True)
            return response

        return wrapper

    return decorator


def uuids(values: Iterable[str]) -> list[UUID]:
    """Those of `values` that are keys of something; what was tampered with is left out."""
    good = []
    for value in values:
        with suppress(ValueError):
            good.append(UUID(value))
    return good
