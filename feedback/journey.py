"""The way through a questionnaire: a pure function of what was frozen and what was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from consultations.audiences import ASKED_ROLES, Role, wording_for, youngest
from consultations.kinds import KINDS
from consultations.kinds.base import in_language
from consultations.kinds.long_text import what_to_cut
from consultations.routes import hangs_on, on_the_way, reached_by

REMARK = "about_question"  # beside an answer in a draft: what was said of the question itself
REMARK_LIMIT = 1000  # letters


@dataclass(frozen=True)
class Journey:
    """One person's way through one frozen questionnaire.

    `document` is a questionnaire's (see consultations/actions/questionnaires.py), `role` and
    `band` are what the person said, `language` is the one that they read. `answers` are those given
    so far, by the id of their question: they decide what is asked next.
    """

    document: Mapping
    role: str
    band: str
    language: str
    easy: bool = False  # whether they read Easy Read, where a question has it
    answers: Mapping = field(default_factory=dict)

    def given(self, answers: Mapping) -> Self:
        """The way of the same person with these answers."""
        return replace(self, answers=answers)

    @property
    def path_role(self) -> str:
        """The role whose questions are asked: a person who would rather not say who they are gets
        the children's questions, which are safe for everyone, where there are any."""
        if self.role != Role.NOT_SAID or Role.CHILD in self.document["roles"]:
            return self.role
        return next(role for role in ASKED_ROLES if role in self.document["roles"])

    @property
    def path_band(self) -> str:
        """The age whose wording is shown: the youngest, when a person would rather not say."""
        if self.role == Role.NOT_SAID:
            return youngest(self.document["bands"])
        return self.band

    @property
    def possible(self) -> Sequence[Mapping]:
        """The frozen questions that this person may be asked, whatever they answer, in order."""
        return reached_by(self.document["questions"], (self.path_role, self.path_band))

    @property
    def questions(self) -> Sequence[Mapping]:
        """The frozen questions that this person is asked, in order, as far as is known now."""
        return on_the_way(self.possible, self.answers)

    def number_of(self, question_id: str) -> int | None:
        """Where a question stands on this way (from 1); None when it is not asked."""
        ids = [question["id"] for question in self.questions]
        return ids.index(question_id) + 1 if question_id in ids else None

    def could_be(self, question_id: str, number: int) -> bool:
        """Whether a question could have this number, had other answers been given before it."""
        before: list[Mapping] = []
        for question in self.possible:
            if question["id"] == question_id:
                always = len([one for one in before if hangs_on(one) is None])
                return always < number <= len(before) + 1
            before.append(question)
        return False

    def decides(self, question: Mapping) -> bool:
        """Whether the answer to a question changes what is asked next."""
        return any(hangs_on(one) == question["id"] for one in self.possible)

    def opened_after(self, number: int) -> int | None:
        """The number of the first question after this one that an answer opened and that has none
        itself; None when there is no such question."""
        for place, question in enumerate(self.questions[number:], start=number + 1):
            if hangs_on(question) and question["id"] not in self.answers:
                return place
        return None

    def words(self, question: Mapping) -> dict:
        """A question in this person's language and band: {"language", "text", "hint"} and
        whatever it has of "facts", "audio" and "signed".

        In Easy Read the last row is the question, with its "picture", and "easy" holds the others.
        """
        available = question["words"]
        language = self.language if self.language in available else self.document["source"]
        words = in_language(available, language)
        rows = words.get("easy", []) if self.easy else []
        if rows:
            told = {"easy": rows[:-1], "text": rows[-1]["text"], "hint": ""}
            told["picture"] = rows[-1]["picture"]
        else:
            text = wording_for(words["bands"], words["text"], self.path_band)
            told = {"text": text, "hint": words["hint"]}
        more = {name: words[name] for name in ("facts", "audio", "signed") if name in words}
        return {"language": language, **told, **more}

    def too_long(self, answers: Mapping) -> dict[str, str]:
        """What has to be cut or put right before sending: a sentence by the id of its question."""
        kept, remarks = self.kept(answers), self.remarks(answers)
        found = {
            question["id"]: mend(question, kept.get(question["id"]), remarks.get(question["id"]))
            for question in self.given(answers).questions
        }
        return {key: sentence for key, sentence in found.items() if sentence}

    def first_unanswered(self, answers: Mapping) -> int | None:
        """The number (from 1) of the first question without an answer; None when all have one."""
        for number, question in enumerate(self.given(answers).questions, start=1):
            if question["id"] not in answers:
                return number
        return None

    def kept(self, answers: Mapping) -> dict:
        """Those of `answers` that will be sent: to questions on this way, and not skipped."""
        asked = {question["id"] for question in self.given(answers).questions}
        return {
            key: plain
            for key, answer in answers.items()
            if key in asked and not answer.get("skipped") and (plain := without_remark(answer))
        }

    def remarks(self, answers: Mapping) -> dict:
        """What was said of questions on this way, rather than in answer to them, by their ids."""
        asked = {question["id"] for question in self.given(answers).questions}
        return {
            key: answer[REMARK]
            for key, answer in answers.items()
            if key in asked and answer.get(REMARK)
        }


def without_remark(answer: Mapping | None) -> dict:
    """An answer as its kind knows it, without what was said of the question itself."""
    return {key: value for key, value in (answer or {}).items() if key != REMARK}


def mend(question: Mapping, answer: Mapping | None, remark: Mapping | None) -> str:
    """What has to be put right of what stands on one page, as a sentence; "" if nothing."""
    wrong = KINDS[question["kind"]].mend(dict(question), dict(answer)) if answer else ""
    return wrong or (what_to_cut(remark["text"], REMARK_LIMIT) if remark else "")


def has_easy_read(document: Mapping) -> bool:
    """Whether any question of a document is asked in Easy Read, in whichever language."""
    return any(
        words.get("easy")
        for question in document["questions"]
        for words in question["words"].values()
    )


def who_choices(document: Mapping) -> list[tuple[str, str]]:
    """What a person can say that they are: ("child", "6-9"), ("parent", ""), ("not_said", "")."""
    children = [(Role.CHILD.value, band) for band in document["bands"]]
    adults = [(role.value, "") for role in ASKED_ROLES[1:] if role in document["roles"]]
    offered = children if Role.CHILD in document["roles"] else []
    return [*offered, *adults, (Role.NOT_SAID.value, "")]


def as_pressed(answer: dict | None, before: Mapping | None, go: str) -> dict | None:
    """An answer as it is kept when a button was pressed: `go` is "next", "skip", "back" or "stop".

    Skipping sends nothing and loses nothing: what was written stays in the box, marked as skipped,
    until Next is pressed or it is changed.
    """
    if answer:
        skipped = answer | {"skipped": True}
        if go == "skip" or (go != "next" and before == skipped):
            return skipped
    return answer
