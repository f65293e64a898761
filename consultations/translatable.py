"""What of a page is put into another language, and what is the same in all of them."""

from wagtail import blocks
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField, TranslatableField


def in_words(*names: str) -> list[BaseTranslatableField]:
    """Fields that people read: each language has its own words."""
    return [TranslatableField(name) for name in names]


def the_same(*names: str) -> list[BaseTranslatableField]:
    """Days, codes, roles and what a page is about: copied from the source, changed only there."""
    return [SynchronizedField(name, overridable=False) for name in names]


def with_text_for_none(block: blocks.Block) -> blocks.Block:
    """The block, in which a text that was never asked for is empty: wagtail-localize cannot read
    questions that were stored before their block had all the texts that it has now."""
    if isinstance(block, blocks.CharBlock | blocks.TextBlock) and block.meta.default is None:
        block.meta.default = ""
    inner = [*getattr(block, "child_blocks", {}).values()]
    if isinstance(block, blocks.ListBlock):
        inner.append(block.child_block)
    for one in inner:
        with_text_for_none(one)
    return block
