"""XLSForms of the kinds that people write for ODK and Kobo, in the table form that pyxform reads.

Each comes with what it should become: the kinds of its questions, and the names of the rows that
the report must mention, as left out and as changed.
"""

import io
from dataclasses import dataclass

from openpyxl import Workbook

YES_NO = """
| choices | | | |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
"""


@dataclass(frozen=True)
class Case:
    """A form, and what it should become."""

    form: str
    kinds: str
    left_out: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()


def case(form: str, kinds: str, left_out: str = "", changed: str = "") -> Case:
    return Case(form, kinds, frozenset(left_out.split()), frozenset(changed.split()))


CASES = {
    "yes or no": case(
        "| survey | | | |\n| | type | name | label |\n| | select_one yn | heard | Heard? |"
        + YES_NO,
        "choose_one",
    ),
    "several": case(
        "| survey | | | |\n| | type | name | label |\n| | select_multiple yn | which | Which? |"
        + YES_NO,
        "choose_several",
    ),
    "texts": case(
        """
| survey | | | | |
| | type | name | label | appearance |
| | text | short | A word? | |
| | text | long | Tell us more. | multiline |
""",
        "short_text long_text",
    ),
    "numbers": case(
        """
| survey | | | | |
| | type | name | label | constraint |
| | integer | moves | How many moves? | . >= 0 and . <= 40 |
| | decimal | hours | How many hours? | .>=0 and .<=24.5 |
""",
        "number number",
    ),
    "a number without a least": case(
        """
| survey | | | |
| | type | name | label |
| | integer | moves | How many moves? |
""",
        "number",
        changed="moves",
    ),
    "a limit that is no range": case(
        """
| survey | | | | |
| | type | name | label | constraint |
| | integer | even | An even number? | . mod 2 = 0 |
| | text | code | Your code? | regex(., '^[a-z]+$') |
""",
        "number short_text",
        left_out="even code",
        changed="even",
    ),
    "a range": case(
        """
| survey | | | | |
| | type | name | label | parameters |
| | range | rate | From 1 to 5? | start=1 end=5 step=1 |
| | range | half | From 0 to 2? | start=0 end=2 step=0.5 |
""",
        "number number",
        changed="half",
    ),
    "an order": case(
        "| survey | | | |\n| | type | name | label |\n| | rank yn | first | First? |" + YES_NO,
        "order",
    ),
    "a route": case(
        """
| survey | | | | |
| | type | name | label | relevant |
| | select_one yn | heard | Heard? | |
| | text | why | Why not? | ${heard} = 'no' |
| | text | how | How? | selected(${heard}, "yes") |
"""
        + YES_NO,
        "choose_one short_text short_text",
    ),
    "conditions that no route can follow": case(
        """
| survey | | | | |
| | type | name | label | relevant |
| | integer | age | Age? | |
| | text | older | Older? | ${age} > 12 |
| | select_one yn | heard | Heard? | |
| | select_one yn | asked | Asked? | |
| | text | both | Both? | ${heard} = 'yes' and ${asked} = 'yes' |
| | text | later | Later? | ${both} = 'x' |
"""
        + YES_NO,
        "number short_text choose_one choose_one short_text short_text",
        left_out="older both later",
        changed="age",
    ),
    "groups": case(
        """
| survey | | | | | |
| | type | name | label | relevant | appearance |
| | begin_group | home | About home | | field-list |
| | text | who | Who is there? | | |
| | begin group | inner | | | |
| | select_one yn | safe | Safe? | | |
| | end group | | | | |
| | end_group | | | | |
| | begin_group | more | | ${safe} = 'no' | |
| | text | what | What happened? | | |
| | end_group | | | | |
"""
        + YES_NO,
        "short_text choose_one short_text",
        left_out="home",
        changed="home",
    ),
    "a group's condition and one of its own": case(
        """
| survey | | | | |
| | type | name | label | relevant |
| | select_one yn | safe | Safe? | |
| | begin_group | more | | ${safe} = 'no' |
| | select_one yn | tell | Will you tell? | |
| | text | what | What? | ${tell} = 'yes' |
| | end_group | | | |
"""
        + YES_NO,
        "choose_one choose_one short_text",
        left_out="what",
    ),
    "a repeat": case(
        """
| survey | | | |
| | type | name | label |
| | begin_repeat | child | A child |
| | text | called | What do you call them? |
| | end_repeat | | |
""",
        "short_text",
        changed="child",
    ),
    "notes": case(
        """
| survey | | | |
| | type | name | label |
| | note | hello | **Thank you** for coming. |
| | text | why | Why? |
| | note | bye | Goodbye. |
""",
        "short_text",
        changed="hello bye",
    ),
    "what a device knows": case(
        """
| survey | | | |
| | type | name | label |
| | start | start | |
| | end | end | |
| | today | today | |
| | deviceid | deviceid | |
| | username | username | |
| | audit | audit | |
| | geopoint | place | Where are you? |
| | text | why | Why? |
""",
        "short_text",
        left_out="start end today deviceid username audit place",
    ),
    "what is worked out": case(
        """
| survey | | | | | |
| | type | name | label | calculation | default |
| | integer | moves | Moves? | | 1 |
| | calculate | twice | | ${moves} * 2 | |
| | hidden | secret | | | x |
""",
        "number",
        left_out="moves twice secret",
        changed="moves",
    ),
    "languages": case(
        """
| survey | | | | | |
| | type | name | label::English (en) | label::Cymraeg (cy) | hint::English (en) |
| | select_one yn | heard | Heard? | Clywed? | Be honest. |
| choices | | | | |
| | list_name | name | label::English (en) | label::Cymraeg (cy) |
| | yn | yes | Yes | Ie |
| | yn | no | No | Na |
| settings | |
| | default_language |
| | English (en) |
""",
        "choose_one",
        left_out="label",
    ),
    "names that are no names here": case(
        """
| survey | | | |
| | type | name | label |
| | text | FirstThing | First? |
| | text | a_very_long_name_that_goes_on_and_on | Second? |
| | select_one size | Size-Now | How big? |
| choices | | | |
| | list_name | name | label |
| | size | 1 | Small |
| | size | 2 | Big |
""",
        "short_text short_text choose_one",
        changed="FirstThing a_very_long_name_that_goes_on_and_on Size-Now 1 2",
    ),
    "one more answer": case(
        "| survey | | | |\n| | type | name | label |\n| | select_one yn or_other | who | Who? |"
        + YES_NO,
        "choose_one short_text",
    ),
    "none of these": case(
        """
| survey | | | | |
| | type | name | label | constraint |
| | select_multiple who | who | Who? | not(selected(., 'none') and count-selected(.) > 1) |
| choices | | | |
| | list_name | name | label |
| | who | mum | Mum |
| | who | dad | Dad |
| | who | none | None of these |
""",
        "choose_several",
    ),
    "what must be answered": case(
        """
| survey | | | | | |
| | type | name | label | required | guidance_hint |
| | text | why | Why? | yes | Read it out. |
| | text | how | How? | no | |
""",
        "short_text short_text",
        left_out="why",
    ),
    "days and times": case(
        """
| survey | | | |
| | type | name | label |
| | date | when | Which day? |
| | time | hour | What time? |
| | dateTime | both | When? |
""",
        "short_text short_text short_text",
        changed="when hour both",
    ),
    "cascading lists": case(
        """
| survey | | | | |
| | type | name | label | choice_filter |
| | select_one area | area | Which area? | |
| | select_one school | school | Which school? | area = ${area} |
| choices | | | | |
| | list_name | name | label | area |
| | area | north | North | |
| | area | south | South | |
| | school | one | One | north |
| | school | two | Two | south |
""",
        "choose_one choose_one",
        left_out="school area",
    ),
    "an answer that is repeated, and a random order": case(
        """
| survey | | | | |
| | type | name | label | parameters |
| | text | pet | Your pet? | |
| | select_one yn | like | Do you like ${pet}? | randomize=true |
"""
        + YES_NO,
        "short_text choose_one",
        left_out="like",
        changed="like",
    ),
    "files": case(
        """
| survey | | | |
| | type | name | label |
| | video | film | A film? |
| | file | paper | A paper? |
| | barcode | code | A code? |
| | acknowledge | ok | Is that OK? |
| | text | why | Why? |
""",
        "short_text",
        left_out="film paper code ok",
    ),
}


def workbook(form: str) -> io.BytesIO:
    """The form as a spreadsheet."""
    book = Workbook()
    book.remove(book.active)
    sheet = None
    for line in form.strip().splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells[0]:
            sheet = book.create_sheet(cells[0])
        else:
            sheet.append([cell or None for cell in cells[1:]])
    held = io.BytesIO()
    book.save(held)
    held.seek(0)
    return held
