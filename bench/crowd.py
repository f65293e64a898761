"""Many people at once: a hundred thousand responses of six answers, made by the database itself."""

from django.db import connection

from consultations.models import Question

RARE = "zebrafish"  # stands in few texts
EVERY = 5_000  # so many responses have one with the rare word


def fill(n: int) -> None:
    """Give the one consultation that there is `n` responses that were read and made safe.

    Needs a member of staff, and PostgreSQL. Rows are as the site's own actions make them.
    """
    with connection.cursor() as cursor:
        for statement in _statements():
            cursor.execute(statement, {"n": n, "every": EVERY, "rare": RARE})
        cursor.execute("ANALYZE")


def _statements() -> list[str]:
    return [_RESPONSES, *_answers(), *_texts()]


_RESPONSES = """
INSERT INTO feedback_response (id, questionnaire_id, role, band, voice, channel, route, language,
    agreed, could_say, asked_apart, asked, received_on, receipt_digest, receipt_key)
SELECT gen_random_uuid(), q.id,
    CASE WHEN i %% 10 < 7 THEN 'child' ELSE 'parent' END,
    CASE WHEN i %% 10 < 7 THEN (ARRAY['10-12','13-15'])[1 + i %% 2] ELSE '' END,
    'me', 'web', 'open', 'en-gb', 'older-1', '', false,
    (SELECT jsonb_agg(one->>'id') FROM jsonb_array_elements(q.document->'questions') one),
    CURRENT_DATE - (i %% 20)::int, md5(random()::text || i), 1
FROM generate_series(1, %(n)s) i, consultations_questionnaire q
"""


def _answers() -> list[str]:
    """One value of each closed question for nearly everybody, and two of what takes several."""
    one = """
INSERT INTO feedback_answer (id, response_id, question_id, option_id, number)
SELECT gen_random_uuid(), r.id, o.question_id, o.id, NULL
FROM (SELECT id, abs(hashtext(id::text || %(key)r)) AS h FROM feedback_response) r
JOIN (SELECT o.id, o.question_id, row_number() OVER (PARTITION BY o.question_id ORDER BY o.value)
             - 1 AS place, count(*) OVER (PARTITION BY o.question_id) AS n
      FROM consultations_option o JOIN consultations_question c ON c.id = o.question_id
      WHERE c.key = %(key)r) o ON %(pick)s
WHERE r.h %% 20 <> 0
"""
    found = []
    for question in Question.objects.filter(options__isnull=False).distinct():
        several = question.kind == "choose_several"
        pick = "o.place IN (r.h %% o.n, (r.h / 7) %% o.n)" if several else "o.place = r.h %% o.n"
        found.append(one.replace("%(key)r", f"'{question.key}'").replace("%(pick)s", pick))
    return found


def _texts() -> list[str]:
    """Two texts of each response, read, with a version that was made safe."""
    words = """
INSERT INTO feedback_words (id, response_id, question_id, about, text, medium, language, may_show)
SELECT gen_random_uuid(), r.id, c.id, 'answer',
    'Ask me first. Then read it to me before you keep it, please. '
    || md5(r.id::text) || CASE WHEN r.place %% %(every)s = 0 THEN ' ' || %(rare)s ELSE '' END,
    'written', 'en-gb', true
FROM (SELECT id, row_number() OVER () AS place FROM feedback_response) r,
    consultations_question c
WHERE c.kind IN ('short_text', 'long_text')
"""
    reading = """
INSERT INTO feedback_reading (words_id, opened_by_id, opened_at, read_by_id, read_at)
SELECT w.id, u.id, now(), u.id, now() FROM feedback_words w, (SELECT min(id) id FROM heard_user) u
"""
    safe = """
INSERT INTO feedback_textversion (id, words_id, kind, source_id, language, text, removed,
    made_by_id, made_at, confirmed_by_id, confirmed_at, is_current, searched)
SELECT gen_random_uuid(), w.id, 'safe', NULL, w.language, w.text, '[]'::jsonb, u.id, now(), NULL,
    NULL, true, lower(w.text)
FROM feedback_words w, (SELECT min(id) id FROM heard_user) u
"""
    return [words, reading, safe]
