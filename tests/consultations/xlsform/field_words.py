"""Forms from the field that try how it is written: languages, headings, cells, notes, names."""

from tests.consultations.xlsform.field import TNL, YN, fielded

WORDS = {
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
