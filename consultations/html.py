"""Formatted text that comes from outside: the one place where it is cleaned (decision 0006)."""

import bleach

TAGS = frozenset({"p", "br", "strong", "b", "em", "i", "ul", "ol", "li", "h2", "h3", "a"})
ATTRIBUTES = {"a": ["href"]}
PROTOCOLS = frozenset({"https", "http", "mailto", "tel"})


def sanitise_html(html: str) -> str:
    """`html` with only the tags, links and protocols named above; everything else is taken out.

    For formatted text that code or an import writes. What people answer never passes through here:
    it is plain text, and cleaning it would change it.
    """
    return bleach.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        protocols=PROTOCOLS,
        strip=True,
        strip_comments=True,
    )
