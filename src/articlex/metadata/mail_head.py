"""The head of the mail that holds a page: who sent it, when, and its subject (RFC 5322, 3.6).

The reader hands its fields over as those of <meta> elements. A newsletter that somebody has saved says
nowhere else when it was sent.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.metadata.evidence import Evidence, Source
from articlex.page import Fact, Field

REASONS = {
    "mail-head": "The head of the mail that holds the page states it.",
    "mail-sent": "The head of the mail that holds the page says when it was sent.",
}

NAME = "mail"

_SENDER, _DATE, _SUBJECT = "mail from", "mail date", "mail subject"


def state(evidence: Evidence) -> Iterator[Fact]:
    """The subject as a title, the sender's name without the address, and the day."""
    if _SENDER not in evidence.metas:
        return
    from email.utils import parseaddr  # hardly a page is a mail

    claim = evidence.claims(NAME, "mail-head")
    yield from claim.title(_SUBJECT, score=0.40)
    sender = parseaddr(evidence.meta(_SENDER))[0]
    yield from claim.stated_authors([(sender, None)], 0.42, printed=False)
    yield from evidence.claims(NAME, "mail-sent").date(Field.DATE_PUBLISHED, evidence.meta(_DATE), 0.95)


SOURCE = Source(NAME, state, REASONS)
