"""Made-up people answer: the eighteen that were written by hand, and many more from phrases."""

import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from consultations.media import picture_from_strokes
from consultations.models import ConsultationPage
from consultations.models.questionnaire import frozen_document
from feedback.actions import answering, sending
from feedback.actions.keeping import save_answer_with_file
from feedback.assent import assent_for
from feedback.journey import Journey
from feedback.ways import OPEN, Way
from heard.demo import read
from heard.demo.guessing import GUESSES

HOURS = 24
LIKELY = 0.85  # how many answer a question that they are asked
# How many answer each consultation: role, age, voice, number.
CROWD = {
    "words": [
        ("child", "6-9", "me", 21),
        ("child", "6-9", "with_help", 14),
        ("child", "10-12", "me", 61),
        ("child", "13-15", "me", 74),
        ("child", "16-17", "me", 41),
        ("child", "6-9", "exact_words", 14),
        ("child", "6-9", "noticed", 9),
        ("child", "10-12", "adult_view", 13),
        ("parent", "", "me", 68),
        ("practitioner", "", "me", 54),
        ("chooser", "", "me", 11),
        ("not_said", "", "not_said", 3),
    ],
    "count": [
        ("child", "10-12", "exact_words", 7),
        ("child", "6-9", "noticed", 6),
        ("parent", "", "me", 22),
        ("practitioner", "", "me", 24),
        ("chooser", "", "me", 12),
    ],
    "sharing": [
        ("child", "6-9", "with_help", 7),
        ("child", "10-12", "me", 12),
        ("child", "13-15", "me", 15),
        ("child", "16-17", "me", 9),
        ("child", "18-25", "me", 6),
        ("parent", "", "me", 11),
        ("practitioner", "", "me", 8),
    ],
    "fourth": [
        ("child", "10-12", "me", 9),
        ("child", "13-15", "me", 14),
        ("child", "16-17", "me", 8),
        ("parent", "", "me", 10),
        ("practitioner", "", "me", 7),
    ],
}
# The table of the brief: does anyone ask you who matters to you? Yes, sometimes, no, by age.
WHO_MATTERS = {"6-9": (14, 6, 3), "10-12": (22, 11, 9), "13-15": (18, 7, 12), "16-17": (9, 0, 2)}


class Crowd:
    """Everyone who answers one consultation."""

    def __init__(self, key: str, page: ConsultationPage, luck: random.Random) -> None:
        self.key, self.page, self.luck = key, page, luck
        self.questionnaire = page.identity.questionnaires.latest("number")
        self.document = frozen_document(self.questionnaire.pk, self.questionnaire.sha256)
        self.phrases = [one for one in read("phrases")["phrases"] if one["consultation"] == key]
        self.used: dict[tuple, list[str]] = {}

    def person(
        self,
        role: str,
        band: str,
        voice: str,
        given: dict | None = None,
        language: str = "en-gb",
        way: Way = OPEN,
        on: date | None = None,
    ) -> None:
        """One person answers. `given` holds answers by data name; others are left to luck, or
        skipped when it is not None and `given` has the key "only"."""
        on = on or self._some_day()
        now = datetime.combine(on, time(12), UTC)
        given = given or {}
        words = answering.begin(
            questionnaire=self.questionnaire,
            role=role,
            band=band,
            language=language,
            now=now,
            hours=HOURS,
            way=way,
        )
        if role == "child":
            answering.say_whose_words(words=words, voice=voice, now=now)
        answering.agree(words=words, version=assent_for(role, band).version, now=now)
        journey = Journey(self.document, role, band, language)
        saved: dict = {}
        for question in journey.possible:
            if question not in journey.given(saved).questions:
                continue
            answer = given.get(question["key"])
            if answer is None and "only" not in given:
                answer = self._some_answer(question, role, journey.path_band)
            if answer:
                saved[question["id"]] = answer
                save(words, question["id"], answer, now)
        sending.send(words=words, now=now, today=on)

    def chosen(self, name: str, code: str) -> dict:
        """The answer with this code to the question with this data name."""
        question = next(one for one in self.document["questions"] if one["key"] == name)
        option = next(one for one in question["options"] if one["code"] == code)
        return {"options": [option["id"]]}

    def _some_day(self) -> date:
        last = min(self.page.closes_on, timezone.localdate())
        return self.page.opens_on + timedelta(
            days=self.luck.randrange((last - self.page.opens_on).days + 1)
        )

    def _some_answer(self, question: dict, role: str, band: str) -> dict | None:
        if self.luck.random() > LIKELY:
            return None
        if question["kind"] in GUESSES:
            return GUESSES[question["kind"]](question, self.luck)
        return self._some_text(question["key"], role, band)

    def _some_text(self, name: str, role: str, band: str) -> dict | None:
        """A phrase that nobody has used yet, where one is left."""
        role = "child" if role == "not_said" else role
        key = (name, role, band)
        if key not in self.used:
            fitting = [
                text
                for one in self.phrases
                if one["question"] == name
                and one["role"] == role
                and (not one["bands"] or band in one["bands"])
                for text in one["texts"]
            ]
            self.luck.shuffle(fitting)
            self.used[key] = fitting
        left = self.used[key]
        return {"text": left.pop(), "may_show": self.luck.random() < 0.6} if left else None


def save(words: str, question_id: str, answer: dict, now: datetime) -> None:
    """Keep an answer as the page does: one with "strokes" is a drawing."""
    if "strokes" not in answer:
        answering.save_answer(words=words, question_id=question_id, answer=answer, now=now)
        return
    save_answer_with_file(
        words=words,
        question_id=question_id,
        answer={"text": answer["text"], "may_show": answer["share"]},
        made=picture_from_strokes(json.dumps(answer["strokes"])),
        drop=False,
        go="next",
        beside={},
        now=now,
    )


def draw(crowd: Crowd) -> int:
    """The drawings that were made by hand, and how many there are."""
    drawings = read("drawings")["drawing"]
    for told in drawings:
        on = timezone.localdate() + timedelta(days=told["day"])
        given = {"private": told, "only": True}
        crowd.person("child", told["band"], told["voice"], given, on=on)
    return len(drawings)


@transaction.atomic
def load_answers(pages: dict[str, ConsultationPage]) -> int:
    """Everyone answers everything, and the number of those who did is given back."""
    luck = random.Random(2031)  # noqa: S311  (the same crowd on every machine)
    crowds = {key: Crowd(key, page, luck) for key, page in pages.items()}
    n_people = 0
    for told in read("answers")["answer"]:
        crowd = crowds[told["consultation"]]
        language = "ar" if told["language"] == "ar" else "en-gb"
        answer = {"text": told["text"], "may_show": told["share"]}
        given = {told["question"]: answer, "only": True}
        crowd.person(told["role"], told["band"], told["voice"], given, language)
        n_people += 1
    for key, crowd in crowds.items():
        for person in _everyone(key, crowd):
            crowd.person(*person)
            n_people += 1
    return n_people + draw(crowds["sharing"])


def _everyone(key: str, crowd: Crowd) -> Iterator[tuple[Any, ...]]:
    """Each person of the crowd, in no order."""
    people: list[tuple[Any, ...]] = [
        (role, band, voice) for role, band, voice, n in CROWD[key] for _each in range(n)
    ]
    if key == "count":
        for band, numbers in WHO_MATTERS.items():
            for code, n in zip(("yes", "sometimes", "no"), numbers, strict=True):
                given = {"asks_who_matters": crowd.chosen("asks_who_matters", code)}
                for place in range(n):
                    voice = "with_help" if band == "6-9" and place % 2 else "me"
                    people.append(("child", band, voice, given))
    crowd.luck.shuffle(people)
    yield from people
