"""Forms in the manner of people who use ODK, KoboToolbox, SurveyCTO, Ona and Enketo in the field,
made cell by cell: with floats, booleans, merged cells, odd headings and all that a form can ask.

Each comes with what it should become: the kinds of its questions, and where the report must say
that something was not carried, or was changed: "survey 3 relevant" is sheet, row and column.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook

Sheet = Sequence[Sequence]
YN = [("list_name", "name", "label"), ("yn", "yes", "Yes"), ("yn", "no", "No")]
TNL = ("type", "name", "label")


@dataclass(frozen=True)
class Fielded:
    """A form, and what it should become."""

    sheets: dict[str, Sheet]
    kinds: str
    left_out: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)


def fielded(sheets: dict[str, Sheet], kinds: str, left_out: str = "", changed: str = "") -> Fielded:
    places = [
        {one.strip() for one in text.split(";") if one.strip()} for text in (left_out, changed)
    ]
    return Fielded(sheets, kinds, *places)


def book_of(sheets: dict[str, Sheet]) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return book


def saved(book: Workbook) -> io.BytesIO:
    held = io.BytesIO()
    book.save(held)
    held.seek(0)
    return held


FIELDED = {
    "groups in groups, each with its condition": fielded(
        {
            "survey": [
                (*TNL, "relevant", "hint"),
                ("select_one yn", "home", "At home?"),
                ("begin group", "g1", "About home", "${home} = 'yes'", "Take your time"),
                ("select_one yn", "safe", "Is it safe?"),
                ("begin group", "g2", None, "${safe} = 'no'"),
                ("text", "what", "What happens?"),
                ("end group",),
                ("end group",),
                ("text", "last", "Anything else?"),
            ],
            "choices": YN,
        },
        "choose_one choose_one short_text short_text",
        "survey 6 relevant",
        "survey 3",
    ),
    "repeats in repeats": fielded(
        {
            "survey": [
                (*TNL, "repeat_count", "calculation", "appearance"),
                ("integer", "n", "How many children?"),
                ("begin_repeat", "child", "A child", "${n}", None, "field-list"),
                ("text", "called", "First name?"),
                ("begin repeat", "move", "A move"),
                ("text", "place", "To where?"),
                ("end repeat",),
                ("end_repeat",),
                ("calculate", "first", None, None, "indexed-repeat(${called}, ${child}, 1)"),
            ]
        },
        "number short_text short_text",
        "survey 3 repeat_count; survey 3 appearance; survey 9",
        "survey 2; survey 3; survey 5",
    ),
    "answers in another file": fielded(
        {
            "survey": [
                TNL,
                ("select_one_from_file schools.csv", "school", "Which school?"),
                ("select_multiple_from_file areas.csv", "areas", "Which areas?"),
                ("text", "why", "Why?"),
            ]
        },
        "short_text",
        "survey 2; survey 3",
    ),
    "or other in every spelling": fielded(
        {
            "survey": [
                TNL,
                ("select_one yn or_other", "one", "One?"),
                ("select one from yn or specify other", "two", "Two?"),
                ("select_multiple  yn  or_other", "three", "Three?"),
            ],
            "choices": YN,
        },
        "choose_one short_text choose_one short_text choose_several short_text",
    ),
    "older names of types": fielded(
        {
            "survey": [
                TNL,
                ("select one from yn", "a", "A?"),
                ("select all that apply from yn", "b", "B?"),
                ("add select one prompt using yn", "c", "C?"),
                ("select1 yn", "d", "D?"),
                ("add text prompt", "e", "E?"),
                ("q int", "f", "F?"),
                ("string", "g", "G?"),
                ("q picture", "h", "H?"),
                ("add date time prompt", "i", "I?"),
                ("get start time", "j", None),
                ("device id", "k", None),
                ("gps", "l", "L?"),
                ("add note prompt", "m", "Thanks"),
            ],
            "choices": YN,
        },
        "choose_one choose_several choose_one choose_one short_text number short_text draw "
        "short_text",
        "survey 11; survey 12; survey 13",
        "survey 7; survey 10; survey 14",
    ),
    "a cascade of three": fielded(
        {
            "survey": [
                (*TNL, "choice_filter"),
                ("select_one area", "area", "Area?"),
                ("select_one town", "town", "Town?", "area=${area}"),
                ("select_one home", "home", "Home?", "town=${town} and area=${area}"),
            ],
            "choices": [
                ("list_name", "name", "label", "area", "town"),
                ("area", "n", "North"),
                ("area", "s", "South"),
                ("town", "t1", "One", "n"),
                ("town", "t2", "Two", "s"),
                ("home", "h1", "First", "n", "t1"),
                ("home", "h2", "Second", "s", "t2"),
            ],
        },
        "choose_one choose_one choose_one",
        "survey 3 choice_filter; survey 4 choice_filter; choices 4 area; choices 6 town",
    ),
    "ranges as people write them": fielded(
        {
            "survey": [
                (*TNL, "parameters", "appearance"),
                ("range", "a", "0 to 10?"),
                ("range", "b", "1 to 5?", "start=1; end=5; step=1", "vertical"),
                ("range", "c", "-2 to 2?", "start = -2, end = 2, step = 0.5"),
                ("range", "d", "5 to 1?", "start=5 end=1 step=-1"),
            ]
        },
        "number number number number",
        "survey 3 appearance; survey 5 parameters",
        "survey 4; survey 5",
    ),
    "limits as people write them": fielded(
        {
            "survey": [
                (*TNL, "constraint", "constraint_message"),
                ("integer", "a", "A?", ".>0 and .<18", "Between 1 and 17"),
                ("integer", "b", "B?", "(. >= 0) and (. <= 2.5)"),
                ("integer", "c", "C?", "0 <= . and 120 >= ."),
                ("integer", "d", "D?", ". > 5 and . < 3"),
                ("decimal", "e", "E?", ".<=99999999999"),
                ("decimal", "f", "F?", ". <= -5"),
                ("integer", "g", "G?", ". >= 0 or . = 99"),
                ("text", "h", "H?", "regex(., '[A-Z]{3}') and string-length(.) < 4"),
                ("date", "i", "I?", ". <= today()"),
            ]
        },
        "number number number number number number number short_text short_text",
        "survey 2 constraint_message; survey 5 constraint; survey 6 constraint;"
        "survey 7 constraint; survey 8 constraint; survey 9 constraint; survey 10 constraint",
        "survey 5; survey 6; survey 7; survey 8; survey 10",
    ),
    "conditions as people write them": fielded(
        {
            "survey": [
                (*TNL, "relevant"),
                ("select_one yn", "a", "A?"),
                ("select_multiple yn", "b", "B?"),
                ("text", "c", "C?", "(${a} = 'yes') or (${a} = 'no')"),
                ("text", "d", "D?", "${a} = ‘yes’"),
                ("text", "e", "E?", "selected(${b}, 'yes')"),
                ("text", "f", "F?", "${b} = 'yes'"),
                ("text", "g", "G?", "not(${a} = 'yes')"),
                ("text", "h", "H?", "${a} != ''"),
                ("text", "i", "I?", "count-selected(${b}) > 1"),
                ("text", "j", "J?", "(${a} = 'yes' and selected(${b}, 'no')) or not(${a} = 'no')"),
                ("text", "k", "K?", "regex(${c}, '^x') and today() > '2026-01-01'"),
                ("text", "l", "L?", "${a} = 'maybe'"),
                ("text", "m", "M?", "${a} = ''"),
            ],
            "choices": YN,
        },
        "choose_one choose_several" + " short_text" * 11,
        "survey 8 relevant; survey 9 relevant; survey 10 relevant; survey 11 relevant;"
        "survey 12 relevant; survey 13 relevant",
        "survey 7 relevant",
    ),
    "what a device keeps": fielded(
        {
            "survey": [
                (*TNL, "parameters"),
                ("start", "start"),
                ("end", "end"),
                ("today", "today"),
                ("deviceid", "deviceid"),
                ("phonenumber", "phonenumber"),
                ("email", "email"),
                (
                    "audit",
                    "audit",
                    None,
                    "location-priority=balanced location-min-interval=60 location-max-age=120",
                ),
                ("background-audio", "sound"),
                ("start-geopoint", "begun"),
                ("geotrace", "way", "The way?"),
                ("geoshape", "garden", "The garden?"),
                ("text", "why", "Why?"),
            ]
        },
        "short_text",
        "; ".join(f"survey {row}" for row in range(2, 13)),
    ),
    "every kind of file": fielded(
        {
            "survey": [
                (*TNL, "appearance", "parameters"),
                ("image", "photo", "A photo?", "annotate", "max-pixels=1024"),
                ("image", "sign", "Sign here", "signature"),
                ("image", "picture", "A drawing?", "draw"),
                ("audio", "voice", "Say it", None, "quality=low"),
                ("video", "film", "Film it"),
                ("file", "paper", "A file?"),
                ("barcode", "code", "Scan it"),
                ("acknowledge", "ok", "I agree"),
                ("trigger", "sure", "Are you sure?"),
            ]
        },
        "draw draw draw voice",
        "survey 2 appearance; survey 2 parameters; survey 3 appearance; survey 6; survey 7;"
        "survey 8; survey 9; survey 10",
    ),
    "words in three languages, with media": fielded(
        {
            "survey": [
                (
                    "type",
                    "name",
                    "label::العربية (ar)",
                    "label::English (en)",
                    "label::Polski (pl)",
                    "hint::English (en)",
                    "guidance_hint::English (en)",
                    "media::image::English (en)",
                    "media::audio::English (en)",
                    "constraint_message::English (en)",
                ),
                (
                    "select_one yn",
                    "a",
                    "نعم؟",
                    "Yes?",
                    "Tak?",
                    "Be honest",
                    "Ask twice",
                    "a.png",
                    "a.mp3",
                    "No",
                ),
                ("text", "b", "لماذا؟", None, "Czemu?"),
            ],
            "choices": [
                (
                    "list_name",
                    "name",
                    "label::العربية (ar)",
                    "label::English (en)",
                    "label::Polski (pl)",
                    "media::image::English (en)",
                ),
                ("yn", "yes", "نعم", "Yes", "Tak", "yes.png"),
                ("yn", "no", "لا", "No", "Nie", "no.png"),
            ],
            "settings": [("form_title", "default_language"), ("Three", "English (en)")],
        },
        "choose_one short_text",
        " 0; survey 2 guidance_hint; survey 2 media::image; survey 2 media::audio;"
        "survey 2 constraint_message; choices 2 media::image; choices 3 media::image;"
        "settings 2 form_title",
        "survey 3 label",
    ),
    "one language named, one not": fielded(
        {
            "survey": [
                ("type", "name", "label", "label::French (fr)", "hint"),
                ("text", "a", "Why?", "Pourquoi ?", "Say it"),
            ]
        },
        "short_text",
        " 0",
    ),
    "languages without a code": fielded(
        {
            "survey": [
                ("type", "name", "label::French", "label::English"),
                ("text", "a", "Pourquoi ?", "Why?"),
            ]
        },
        "short_text",
        " 0",
    ),
    "headings in odd case": fielded(
        {
            "Survey": [
                ("Type", "Name", "Label", "HINT", "Required", "Relevance", "Read only"),
                ("text ", " why ", "  Why?  ", "Say it ", "TRUE", None, None),
                ("text", "how", "How?", None, "no", None, "yes"),
            ],
            "Settings": [
                ("form_title", "form_id", "version", "style"),
                ("Odd", "odd", 2026.0, "pages"),
            ],
        },
        "short_text short_text",
        "survey 2 required; survey 3 readonly; settings 2 form_title; settings 2 form_id;"
        "settings 2 version; settings 2 style",
    ),
    "a single colon": fielded(
        {
            "survey": [
                ("type", "name", "label:English (en)", "bind:relevant", "bind:required"),
                ("select_one yn", "a", "A?"),
                ("text", "b", "B?", "${a} = 'no'", "yes"),
            ],
            "choices": [
                ("list name", "value", "label:English (en)"),
                ("yn", "yes", "Yes"),
                ("yn", "no", "No"),
            ],
        },
        "choose_one short_text",
        "survey 3 required",
    ),
    "two colons and the long names": fielded(
        {
            "survey": [
                (
                    *TNL,
                    "bind::relevant",
                    "bind::constraint",
                    "bind::jr:constraintMsg",
                    "control::appearance",
                ),
                ("select_one yn", "a", "A?", None, None, None, "minimal"),
                ("integer", "b", "B?", "${a} = 'no'", ". >= 0 and . < 10", "Below 10"),
            ],
            "choices": YN,
        },
        "choose_one number",
        "survey 2 appearance; survey 3 constraint_message",
    ),
    "numbers and booleans as names": fielded(
        {
            "survey": [
                (*TNL, "relevant"),
                ("select_one n", "a", "How often?"),
                ("text", "b", "Why so often?", "${a} = 2"),
                ("text", "c", "Why so little?", "${a} = '1'"),
            ],
            "choices": [
                ("list_name", "name", "label"),
                ("n", 1.0, "Once"),
                ("n", 2.0, 2.0),
                ("n", True, False),
            ],
        },
        "choose_one short_text short_text",
        changed="choices 2 name; choices 3 name; choices 4 name",
    ),
    "bold, links and pictures of words": fielded(
        {
            "survey": [
                (*TNL, "hint"),
                ("note", "hello", "# Hello 👋\n\nThis is *about* you. [Read more](https://a.org)"),
                ("text", "a", "<span style='color:red'>Why</span> is 3 < 4 and 5 > 2?<br>Tell us."),
                ("text", "b", "Are you __OK__ 👩‍👩‍👧 &amp; well?", "<b>Be</b> honest"),
            ]
        },
        "short_text short_text",
        changed="survey 2; survey 2 label; survey 3 label; survey 4 label; survey 4 hint",
    ),
    "earlier answers in words": fielded(
        {
            "survey": [
                (*TNL, "hint"),
                ("text", "pet", "Your pet?"),
                ("note", "thanks", "So ${pet} it is."),
                ("select_one like", "like", "Do you like ${pet}?", "Think of ${pet}"),
            ],
            "choices": [
                ("list_name", "name", "label"),
                ("like", "y", "Yes, ${pet}"),
                ("like", "n", "No"),
            ],
        },
        "short_text choose_one",
        changed="survey 3; survey 3 label; survey 4 label; survey 4 hint; choices 2 label",
    ),
    "lists that nobody uses, answers twice": fielded(
        {
            "survey": [TNL, ("select_one yn", "a", "A?")],
            "choices": [*YN, ("yn", "no", "Nope"), ("old", "x", "X"), ("old", "y", "Y")],
            "settings": [("allow_choice_duplicates",), ("yes",)],
        },
        "choose_one",
        "choices 4 name; choices 5; settings 2 allow_choice_duplicates",
    ),
    "an entity": fielded(
        {
            "survey": [(*TNL, "save_to"), ("text", "a", "A?", "called"), ("text", "b", "B?")],
            "entities": [("list_name", "label"), ("people", "${a}")],
        },
        "short_text short_text",
        "survey 2 save_to; entities 0",
    ),
    "empty rows and notes to oneself": fielded(
        {
            "survey": [
                (*TNL, "$kuid", "$autoname", "my notes"),
                (None,),
                ("text", "a", "A?", "k1", "a", "ask Jo"),
                (None, None, None),
                ("text", "b", "B?", "k2", "b"),
            ],
            "choices": [],
            "Sheet4": [("scratch",)],
        },
        "short_text short_text",
        "survey 3 $kuid; survey 3 $autoname; survey 3 my_notes; Sheet4 0",
    ),
    "what is worked out": fielded(
        {
            "survey": [
                (*TNL, "calculation", "default", "trigger"),
                ("integer", "n", "How many?", None, 3.0),
                ("calculate", "twice", None, "${n} * 2"),
                ("hidden", "h", None, None, "no"),
                ("text", "a", "A?", None, "no"),
                ("text", "b", "B?", "concat(${a}, '!')", None, "${a}"),
            ]
        },
        "number short_text short_text",
        "survey 2 default; survey 3; survey 4; survey 5 default; survey 6 calculation;"
        "survey 6 trigger",
        "survey 2",
    ),
    "notes with conditions": fielded(
        {
            "survey": [
                (*TNL, "relevant"),
                ("select_one yn", "a", "A?"),
                ("note", "sorry", "We are sorry.", "${a} = 'no'"),
                ("text", "b", "B?"),
                ("begin_group", "g", "More", "${a} = 'yes'"),
                ("text", "c", "C?"),
                ("note", "end", "Well done."),
                ("end_group",),
                ("text", "d", "D?"),
            ],
            "choices": YN,
        },
        "choose_one short_text short_text short_text",
        "survey 3 relevant; survey 7 relevant",
        "survey 3; survey 5; survey 7",
    ),
    "switched off": fielded(
        {
            "survey": [
                (*TNL, "disabled"),
                ("text", "a", "A?", "yes"),
                ("text", "b", "B?", "no"),
            ]
        },
        "short_text",
        "survey 2 disabled",
    ),
    "tables of questions": fielded(
        {
            "survey": [
                (*TNL, "appearance"),
                ("begin_group", "t", "How often?", "table-list"),
                ("select_one yn", "a", "At home?"),
                ("select_one yn", "b", "At school?", "label"),
                ("end_group",),
                ("select_one yn", "c", "Quick?", "quickcompact columns-2"),
                ("text", "d", "A number?", "numbers"),
            ],
            "choices": YN,
        },
        "choose_one choose_one choose_one short_text",
        "survey 2 appearance; survey 4 appearance; survey 6 appearance; survey 7 appearance",
        "survey 2",
    ),
    "a very long question": fielded(
        {
            "survey": [
                (*TNL, "hint"),
                ("text", "a_name_that_is_longer_than_24", "wörd " * 200, "hint " * 100),
                ("select_one long", "b", "B?"),
            ],
            "choices": [
                ("list_name", "name", "label"),
                ("long", "x", "label " * 60),
                ("long", "y", None),
            ],
        },
        "short_text choose_one",
        changed="survey 2 name; survey 2 label; survey 2 hint; choices 2 label; choices 3 label",
    ),
    "the same name in two groups": fielded(
        {
            "survey": [
                TNL,
                ("begin_group", "one", None),
                ("text", "who", "Who?"),
                ("end_group",),
                ("begin_group", "two", None),
                ("text", "who", "Who else?"),
                ("end_group",),
            ]
        },
        "short_text short_text",
        changed="survey 6 name",
    ),
    "an order and its rest": fielded(
        {
            "survey": [
                (*TNL, "parameters", "relevant"),
                ("rank yn", "a", "Which first?", "randomize=true seed=3"),
                ("text", "b", "Why?", None, "selected-at(${a}, 0) = 'yes'"),
            ],
            "choices": YN,
        },
        "order short_text",
        "survey 2 parameters; survey 3 relevant",
    ),
}
