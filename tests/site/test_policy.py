"""What a browser is told: load nothing from elsewhere, run nothing inline, frame nothing."""

import pytest

from tests import make

PUBLIC = [
    "/",
    "/have-your-say/",
    "/what-changed/",
    "/what-we-write-down/",
    "/my-words/",
    "/nothing",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_allow_only_what_is_ours(visitor, path):
    policy = visitor.get(path, follow=True)["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_admin_alone_has_a_looser_policy(as_staff):
    policy = as_staff("participation").get("/admin/")["Content-Security-Policy"]

    assert "'unsafe-inline'" in policy
    assert "http" not in policy


@pytest.mark.parametrize("path", PUBLIC)
def test_no_public_page_has_inline_style_or_script(visitor, path):
    page = visitor.get(path, follow=True).content.decode()

    assert "style=" not in page
    assert "<script>" not in page
    assert "onclick" not in page


def test_search_engines_are_kept_from_what_people_do(visitor):
    robots = visitor.get("/robots.txt").content.decode()

    assert "Disallow: /say/" in robots
    assert "Disallow: /my-words/" in robots


def test_the_demo_is_kept_from_search_engines_altogether(visitor, settings):
    settings.HEARD_DEMO = True

    assert visitor.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"


def test_a_public_page_sets_no_cookie(visitor):
    make.consultation()

    response = visitor.get("/have-your-say/")

    assert not response.cookies
