"""Words that the translations of related messages share, on a catalogue small enough to read."""

from articlex_lab.word_lists.reading_words import rows

ENTRIES = [
    ("de", "Read more", "Mehr lesen"),
    ("de", "Continue reading", "Weiter lesen"),
    ("de", "Learn more", "Mehr erfahren"),
    ("de", "Show more", "Mehr anzeigen"),
    ("de", "See also", "Siehe auch"),
    ("de", "Also available in:", "Auch verfügbar in:"),
    ("zh", "Read more", "阅读更多"),
    ("zh", "Continue reading", "继续阅读"),
]


def test_the_word_that_messages_share(monkeypatch):
    monkeypatch.setattr("articlex_lab.word_lists.reading_words.BY_HAND", {})
    lines = list(rows(ENTRIES))
    assert "read\tde\tlesen" in lines
    assert "also\tde\tauch" in lines
    assert "label\tde\tmehr lesen|siehe auch|weiter lesen" in lines
    assert any(line.startswith("read\tzh\t") and "阅读" in line for line in lines)


def test_words_by_hand_are_among_them():
    assert "also\tde\tzum thema" in list(rows([]))
