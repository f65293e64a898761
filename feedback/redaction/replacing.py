"""What stands in the place of something that was taken out, in the language of the text."""

from feedback.pointing import What

_LANGUAGES = ("en", "cy", "pl", "ar")
_NUMBER = ("number", "rhif", "numer", "رقم")
_WORDS = {
    What.NAME: ("name", "enw", "imię", "اسم"),
    What.PHONE: ("phone", "ffôn", "telefon", "هاتف"),
    What.EMAIL: ("email", "e-bost", "e-mail", "بريد"),
    What.HANDLE: ("account", "cyfrif", "konto", "حساب"),
    What.POSTCODE: ("postcode", "cod-post", "kod", "رمز"),
    What.STREET: ("address", "cyfeiriad", "adres", "عنوان"),
    What.NHS: _NUMBER,
    What.PUPIL: _NUMBER,
    What.INSURANCE: _NUMBER,
    What.BIRTH: ("date", "dyddiad", "data", "تاريخ"),
    What.URL: ("link", "dolen", "link", "رابط"),
    What.CAR: ("car", "car", "samochód", "سيارة"),
    What.SCHOOL: ("school", "ysgol", "szkoła", "مدرسة"),
    What.HOME: ("home", "cartref", "dom", "بيت"),
    What.PLACE: ("place", "lle", "miejsce", "مكان"),
    What.OWN: ("removed", "tynnwyd", "usunięto", "محذوف"),
}


def placeholder(reason: What, language: str) -> str:
    """What stands there instead: English where the language has no words of its own here.

    >>> placeholder(What.SCHOOL, "cy")
    '[ysgol]'
    """
    known = language.split("-")[0]
    return f"[{_WORDS[reason][_LANGUAGES.index(known) if known in _LANGUAGES else 0]}]"
