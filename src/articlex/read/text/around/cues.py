"""Subtitles and transcripts: the time codes between the lines of a talk are not text.

Subtitles (SubRip, WebVTT) have a line with two times above each cue, a transcript of a video a line with a
clock time. Over the cues sentences go on, as they do not over the times in a programme of events.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.read.text.lines import Line, goes_on, measured
from articlex.read.text.wrapping.indents import DASHES
from articlex.read.text.wrapping.join import Joints, join
from articlex.regex import regex

_TIMES = regex(r"(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3} --> (?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}")
_CLOCK = regex(r"(?:\d{1,2}:)?\d{1,2}:\d\d")
#: A clock time in brackets before what is said then; the second by which a talk has begun.
_BEFORE_WORDS, _FIRST_MINUTE = regex(r"[\[(]((?:\d{1,2}:)?\d{1,2}:\d\d)(?:[.,]\d{3})?[\])] ?(?=\S)"), 60
_HEADER = "WEBVTT"
#: Fewest cues of subtitles and of a transcript; most lines from one clock time to the next.
_LEAST_TIMES, _LEAST_CLOCKS = 2, 6
_MOST_LINES = 4
#: Smallest share of the page's lines that belong to cues: a page about subtitles shows a few.
_MIN_INSIDE = 0.5
#: Smallest share of the cues whose sentence goes on in the next.
_MIN_GOING_ON = 0.5
#: How a line begins with which another speaker takes over.
_TURNS = (*DASHES, ">>")
_LONGEST_CLOCK = 8
#: The tag of WebVTT that names the speaker, and all tags that cues may have.
_VOICE = regex(r"<v(?:\.[^\s<>]{1,80})? ([^<>]{1,80})>")
_TAG = regex(r"</?(?:[bicuv]|lang|ruby|rt|font)(?:[ .][^<>]{0,200})?>|<\d[\d:.]{1,16}>")


class Cues(NamedTuple):
    """The lines of a page, those of cues joined into sentences, and the lines that are not text."""

    lines: list[Line]
    aside: Sequence[Line]


def without_cues(lines: list[Line]) -> Cues:
    """``lines`` without the time codes of a talk, its sentences joined; unchanged where there is no talk."""
    if sum(line.text[0] in "[(" for line in lines) >= _LEAST_CLOCKS:
        lines = _without_times_before(lines)
    figures = [place for place, line in enumerate(lines) if line.text[0].isdigit() and ":" in line.text]
    times = [place for place in figures if _TIMES.match(lines[place].text)]
    if len(times) >= _LEAST_TIMES:
        ends = [_end_of_cue(lines, place) for place in times]
        inside = sum(end - start for start, end in zip(times, ends, strict=True))
        if inside < _MIN_INSIDE * len(lines):
            return Cues(lines, ())
        return _parted(lines, times, ends, _around(lines, times))
    if len(figures) < _LEAST_CLOCKS:
        return Cues(lines, ())
    clocks = [place for place in figures if _is_clock(lines[place].text)]
    if not _is_talk(lines, clocks):
        return Cues(lines, ())
    longest = max(after - before for before, after in pairwise(clocks))
    ends = [*clocks[1:], min(clocks[-1] + longest, len(lines))]
    return _parted(lines, clocks, ends, set())


def _without_times_before(lines: list[Line]) -> list[Line]:
    """``lines`` without the clock times in brackets before them, if half of the lines or more have one, the
    first is within the first minute, none goes back, and most lines with one are sentences: a programme of
    events begins later in the day, and chapters of a video have names."""
    found = [_BEFORE_WORDS.match(line.text) for line in lines]
    times = [_seconds(match[1]) for match in found if match]
    if len(times) < max(_LEAST_CLOCKS, _MIN_INSIDE * len(lines)) or times != sorted(times):
        return lines
    sentences = sum(match is not None and not goes_on(match.string) for match in found)
    if times[0] > _FIRST_MINUTE or sentences < _MIN_INSIDE * len(times):
        return lines
    shown: list[Line] = []
    for line, match in zip(lines, found, strict=True):
        words = line.text[match.end() :] if match else ""
        shown.append(measured(line.number, words, words, line.gap) if words else line)
    return shown


def _is_clock(text: str) -> bool:
    return len(text) <= _LONGEST_CLOCK and _CLOCK.fullmatch(text) is not None


def _is_talk(lines: Sequence[Line], clocks: Sequence[int]) -> bool:
    """Whether clock times never go back, are a line or a few apart, and sentences go on over them."""
    if len(clocks) < _LEAST_CLOCKS:
        return False
    seconds = [_seconds(lines[place].text) for place in clocks]
    near = all(1 < after - before <= _MOST_LINES for before, after in pairwise(clocks))
    if not near or seconds != sorted(seconds) or clocks[-1] + 1 == len(lines):
        return False
    inside = [place for place in clocks[1:] if _is_inside(lines[place - 1].text, lines[place + 1].text)]
    return len(inside) >= _MIN_GOING_ON * (len(clocks) - 1)


def _seconds(text: str) -> int:
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return total


def _is_inside(text: str, following: str) -> bool:
    """Whether a sentence seems to go on: the ``following`` line begins with a letter that is no capital."""
    return goes_on(text) and following[0].isalpha() and not following[0].isupper()


def _end_of_cue(lines: Sequence[Line], start: int) -> int:
    """Where the cue or header at ``start`` ends: at a blank line, which some programs omit, or the next
    times."""
    end = start + 1
    while end < len(lines) and not (lines[end].gap or _TIMES.match(lines[end].text)):
        end += 1
    return end


def _around(lines: Sequence[Line], times: Sequence[int]) -> set[int]:
    """The places of the cues' numbers, and of the header's lines."""
    around = {
        place - 1 for place in times if place and lines[place - 1].text.isdigit() and not lines[place].gap
    }
    if lines[0].text.startswith(_HEADER):
        around.update(range(_end_of_cue(lines, 0)))
    return around


def _parted(lines: Sequence[Line], codes: Sequence[int], ends: Sequence[int], around: set[int]) -> Cues:
    """The lines of a page with cues between time ``codes`` and ``ends``; those ``around`` are not text."""
    aside = around.union(codes)
    spoken = {place for code, end in zip(codes, ends, strict=True) for place in range(code + 1, end)} - aside
    lines, turns = _without_tags(lines, spoken)
    shown: list[Line] = []
    sentence: list[Line] = []
    for place, line in enumerate(lines):
        if place in aside:
            continue
        begins = place not in spoken or place in turns or line.text.startswith(_TURNS)
        if sentence and (begins or not goes_on(sentence[-1].text)):
            shown.append(_whole(sentence))
            sentence = []
        if place in spoken:
            sentence.append(line)
        else:
            shown.append(line)
    if sentence:
        shown.append(_whole(sentence))
    return Cues(shown, [lines[place] for place in sorted(aside)])


def _without_tags(lines: Sequence[Line], spoken: set[int]) -> tuple[Sequence[Line], set[int]]:
    """``lines`` without the tags in those ``spoken``, a speaker's name before the first words of each turn;
    and the places where turns begin."""
    if not any("<" in lines[place].text for place in spoken):
        return lines, set()
    shown, turns = list(lines), set()
    last = ""
    for place in sorted(spoken):
        line = lines[place]
        voice = _VOICE.match(line.text)
        name = voice[1].strip() if voice else last
        words = _TAG.sub("", line.text).strip() or line.text
        if name != last:
            words, last = f"{name}: {words}", name
            turns.add(place)
        shown[place] = line._replace(raw=words, text=words)
    return shown, turns


def _whole(lines: Sequence[Line]) -> Line:
    """The lines of one sentence as one line."""
    text = join(lines, 0, Joints())
    return lines[0]._replace(raw=text, text=text, width=lines[0].measure(text), indent=0, gap=1)
