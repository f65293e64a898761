"""Forms from the field that try what can be asked: types, groups, lists, limits, conditions."""

from tests.consultations.xlsform.field import TNL, YN, fielded

TYPES = {
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
    "a group of which nothing is carried": fielded(
        {
            "survey": [
                (*TNL, "relevant"),
                ("text", "a", "A?"),
                ("begin group", "g", None, "${a} != ''"),
                ("geopoint", "w", "Where?"),
                ("end group", "g", "The end", "${a} = 'x'"),
                ("select_one solo", "s", "S?"),
            ],
            "choices": [("list_name", "name", "label"), ("solo", "x", "X")],
        },
        "short_text",
        "survey 3 relevant; survey 4; survey 5 label; survey 5 relevant; survey 6 type; choices 2",
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
        "draw draw voice",
        "survey 2 appearance; survey 2 parameters; survey 3; survey 6; survey 7;"
        "survey 8; survey 9; survey 10",
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
}
