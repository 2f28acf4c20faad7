"""Addresses of persons' pages: "/author/ann", "?author=3", "/u/ann", "/@ann"."""

from __future__ import annotations

from collections.abc import Collection

from articlex.regex import regex

#: Parts of addresses below which sites keep a page for each author or member: markup vocabulary, and the
#: words of the larger languages.
_PEOPLE = frozenset(
    """author authors autor autores autora auteur auteurs autore autori autoren autorzy verfasser redakteur
    redaktion redaktor redacteur user users username usr u member members membre profile profiles profil
    people person personen persona personas staff team journalist journalists journaliste writer writers
    contributor contributors columnist columnists reporter reporters byline bylines creator experts editors
    skribent yazar yazarlar penulis bio biography mitarbeiter forfatter firmas perfil gebruiker uid
    viewprofile tac-gia szerzo szerzok ludzie osoba signataire signataires articulista articulistas
    redactor redactores giornalista giornalisti jornalista jornalistas avtor avtory usuario usuarios utente
    utenti utilisateur utilisateurs benutzer nutzer gebruikers toimittaja skribenter muharrir""".split()
)
#: The address of a member's page that Discuz! writes for search engines, "space-uid-3.html".
_MEMBER = "space-uid-"
#: A member's handle at the end of an address, as blogs and networks have it. With more behind it the address
#: is that of a post; maps have a place there, "/@38.57,-92.17,8z".
_AT, _HANDLE = "/@", regex(r"/@[\w.-]{1,60}(?:@[\w.-]{1,60})?/?(?:[?#]|\Z)")
#: Signs that part the words of an address as the slash does.
_AS_SLASH = bytes.maketrans(b"?&=#.:", b"//////")


def says_person(href: str) -> bool:
    """Whether an address is that of a person's page: "/author/ann", "?author=3", "/u/ann", "/@ann"."""
    return _is_handle(href) or not _PEOPLE.isdisjoint(_parted(href).split("/"))


def _is_handle(href: str) -> bool:
    return _AT in href and _HANDLE.search(href) is not None


def _parted(address: str) -> str:
    """``address`` in lower case, with a slash between all its words."""
    lowered = address.lower().replace(_MEMBER, "/uid/")
    # (The bytes of UTF-8 beyond ASCII stay. ``str.translate`` looks up each character.)
    return lowered.encode("utf-8", "surrogatepass").translate(_AS_SLASH).decode("utf-8", "surrogatepass")


def of_persons(addresses: Collection[str]) -> set[str]:
    """Those of ``addresses`` that lead to a person's page. All are taken apart at once, in half of the time;
    most pages have none."""
    named = set(filter(_is_handle, addresses))
    lines = _parted("\n".join([address.replace("\n", " ") for address in addresses]))
    if _PEOPLE.isdisjoint(lines.replace("\n", "/").split("/")):
        return named
    parts = [line.split("/") for line in lines.split("\n")]
    return named | {
        address for address, each in zip(addresses, parts, strict=True) if not _PEOPLE.isdisjoint(each)
    }
