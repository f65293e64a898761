"""Fields as staff fill them in from paper: without buttons that move things, and without files."""

from typing import Any

from django import forms


class GivenWidget(forms.Widget):
    """A list to choose from beside each thing of a field that asks the same of several."""

    template_name = "feedback/admin/given.html"
    use_fieldset = True

    def __init__(self, parts: list[forms.Field]) -> None:
        super().__init__()
        self.parts = parts

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        chosen = value if isinstance(value, list) else [""] * len(self.parts)
        context["things"] = [
            {
                "name": f"{name}-{place}",
                "label": part.label,
                "choices": [(str(v), words, str(v) == given) for v, words in part.choices if v],
            }
            for place, (part, given) in enumerate(zip(self.parts, chosen, strict=True))
        ]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return [data.get(f"{name}-{place}", "") for place in range(len(self.parts))]


class WordsOfFile(forms.Textarea):
    """The words beside a drawing, a picture or a message: the file itself is not typed."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict:
        return words_alone(data.get(name, ""))

    def format_value(self, value: Any) -> str:
        return (value or {}).get("text", "") if isinstance(value, dict) else value or ""


def words_alone(text: str) -> dict:
    """What the field of a kind with a file takes where there are only words."""
    return {"text": text, "file": None, "strokes": "", "drop": False}


def easy_to_type(field: forms.Field, *, takes_file: bool) -> forms.Field:
    """`field` with a widget for typing what stands on paper, where its own is not."""
    if takes_file:
        field.widget = WordsOfFile(attrs={"rows": 4})
    elif isinstance(field, forms.MultiValueField):
        field.widget = GivenWidget(list(field.fields))
    return field
