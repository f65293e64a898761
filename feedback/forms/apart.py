"""What is asked about a person, apart from their answers."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.equality import NOT_SAID, Asked

RATHER_NOT = _("I'd rather not say")
NOT_OFFERED = _("Choose one of the answers on this page, or leave it.")


class ApartForm(forms.Form):
    """One question for each set, in the words of an age and a language. None has to be answered."""

    def __init__(
        self, *args: Any, sets: Sequence[Asked], band: str, language: str, **kwargs: Any
    ) -> None:
        kwargs.setdefault("prefix", "about")
        super().__init__(*args, **kwargs)
        self.sets, self.language = sets, language
        self.groups = {one.code: one.groups(band, language) for one in sets}
        for one in sets:
            offered = [line for _heading, lines in self.groups[one.code] for line in lines]
            self.fields[one.code] = forms.ChoiceField(
                label=one.text(band, language),
                choices=[*offered, (NOT_SAID, RATHER_NOT)],
                widget=forms.RadioSelect,
                required=False,
                error_messages={"invalid_choice": NOT_OFFERED},
            )

    def questions(self) -> Iterator[dict]:
        """Each question with its answers below their headings; what is not said stands last."""
        for one in self.sets:
            widgets = list(self[one.code].subwidgets)
            groups = []
            for heading, lines in self.groups[one.code]:
                groups.append({"heading": heading, "widgets": widgets[: len(lines)]})
                widgets = widgets[len(lines) :]
            language = one.language(self.language)
            yield {
                "field": self[one.code],
                "language": "" if language == self.language else language,
                "groups": groups,
                "apart": widgets,
            }

    @property
    def answers(self) -> dict[str, str]:
        """The codes of what was answered, by the code of the set."""
        return {code: answer for code, answer in self.cleaned_data.items() if answer}
