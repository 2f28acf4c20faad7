from articlex.language_tags import any_language


def test_tags_are_compared_by_language():
    assert any_language("en_US", ["en"])
    assert any_language("nb", ["da"])
    assert not any_language("de", ["en"])
