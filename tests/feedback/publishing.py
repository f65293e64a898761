"""The numbers of made-up people as Heard publishes them, without a database."""

from feedback.came_by import safe_routes
from feedback.coverage import coverage_lines
from feedback.editions import Guard, compare, document_of
from feedback.tables import Counted, numbers_from
from tests.feedback.crowds import Story, Truth


def counted_now(story: Story, truth: Truth) -> dict:
    """The document that Heard would freeze if this were the first edition."""
    small, heard = story.hide_up_to, truth.heard
    document = {"bands": story.bands, "roles": ["child", "parent", "practitioner"]}
    counted = Counted(
        counts=truth.counts,
        bases=truth.bases,
        lines=coverage_lines(document, heard, small),
        open_to=story.bands,
        hide_up_to=small,
        shown=frozenset(),
    )
    numbers = numbers_from([one.document for one in story.asked], heard, counted)
    came_by = safe_routes(truth.routes, numbers["coverage"], small)
    return {**numbers, "came_by": came_by, "attributable": [], "apart": []}


def every_edition(story: Story, *, keeps: bool = True) -> list[dict]:
    """What Heard publishes, edition after edition."""
    hanging = [one.id for one in story.asked if one.after]
    guard = Guard(max(6, story.hide_up_to + 1), keeps, hanging)
    published: list[dict] = []
    for truth in story.times:
        now = counted_now(story, truth)
        if published:
            now = document_of(compare(published, now, guard), published[-1], now)
        published.append(now)
    return published


def every_edition_naively(story: Story) -> list[dict]:
    """What would be published if each edition were made safe on its own."""
    return [counted_now(story, truth) for truth in story.times]
