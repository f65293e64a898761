"""Staff, pictures and files, and the pages that belong to no room."""

from heard.models.files import HeardDocument, HeardImage, HeardRendition
from heard.models.pages import ContentPage, HomePage
from heard.models.stamp import PublicStamp
from heard.models.user import User

__all__ = [
    "ContentPage",
    "HeardDocument",
    "HeardImage",
    "HeardRendition",
    "HomePage",
    "PublicStamp",
    "User",
]
