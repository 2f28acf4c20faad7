from articlex.memoize import LONGEST, memoized


def test_short_texts_are_remembered_and_long_ones_are_not() -> None:
    asked: list[str] = []

    @memoized(2)
    def size(text: str, more: int = 0) -> int:
        asked.append(text)
        return len(text) + more

    long = "x" * (LONGEST + 1)
    assert [size("ab"), size("ab"), size("ab", 1), size(long), size(long)] == [2, 2, 3, len(long), len(long)]
    assert asked == ["ab", "ab", long, long]


def test_an_argument_by_name_alone_is_handed_on() -> None:
    @memoized(2)
    def size(text: str, *, more: int = 0) -> int:
        return len(text) + more

    assert [size("ab"), size("ab", more=1)] == [2, 3]
