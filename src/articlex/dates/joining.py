"""Labels of the day on which somebody became a member of a board, which is no day of the page."""

from __future__ import annotations

from articlex.dates.labels import clean

#: Characters before a date in which such a label is looked for.
_REACH = 40
_LABELS = frozenset(
    clean(label)
    for label in (
        *("join date", "joined", "date joined", "member since", "registered", "registration date"),
        *("registriert", "registriert seit", "mitglied seit", "dabei seit", "registrierungsdatum"),
        *("inscrit", "inscrit le", "membre depuis", "date d'inscription", "inscription"),
        *("miembro desde", "fecha de registro", "registrado", "se unió", "fecha de ingreso"),
        *("iscritto", "iscritto il", "iscritto dal", "data registrazione", "registrato", "registrato il"),
        *("membro desde", "registrado em", "data de registro", "data de inscrição", "inscrito em"),
        *("lid sinds", "lid geworden op", "geregistreerd", "medlem sedan", "medlem siden", "reg datum"),
        *("liittynyt", "rekisteröitynyt", "dołączył", "dołączyła", "data dołączenia", "rejestracja"),
        *("registrován", "založen", "členem od", "csatlakozott", "regisztrált", "membru din"),
        *("регистрация", "зарегистрирован", "дата регистрации", "на форуме с", "зареєстрований"),
        *("kayıt tarihi", "üyelik tarihi", "katılım", "katılım tarihi", "εγγραφή", "μέλος από"),
        *("tham gia", "tham gia ngày", "ngày tham gia", "bergabung", "เข้าร่วมเมื่อ", "สมัครเมื่อ"),
        *("تاريخ التسجيل", "تاريخ الانضمام", "تاریخ عضویت", "הצטרף", "תאריך הצטרפות"),
        *("注册时间", "注册日期", "註冊時間", "註冊日期", "加入时间", "加入日期", "登録日", "가입일"),
    )
)
_PHRASES = tuple(label for label in _LABELS if " " in label)


def is_joining(text: str) -> bool:
    """Whether ``text`` is nothing but such a label."""
    return len(text) <= _REACH and clean(text) in _LABELS


def follows_joining(before: str) -> bool:
    """Whether a text right before a date ends with such a label.

    >>> follows_joining("Junior Member. Join Date: "), follows_joining("注册时间 ")
    (True, True)
    """
    words = clean(before[-_REACH:])
    if not words:
        return False
    if words.endswith(_PHRASES):
        # Whatever the label is stuck to: "New memberMember since".
        return True
    starts = (at for at in range(len(words)) if not at or words[at - 1] == " " or not words[at].isascii())
    return any(words[at:] in _LABELS for at in starts)
