"""Words that are looked up in a normal form have to stand in the lists in that form."""

from __future__ import annotations

from articlex.data import read_data
from articlex.data.labels import normal
from articlex.dates.labels import clean, date_labels


def test_date_labels_are_clean() -> None:
    assert [label for kind in date_labels() for label in kind if clean(label) != label] == []


def test_titles_of_error_pages_are_in_their_normal_form() -> None:
    titles = [
        title
        for line in read_data("error_titles.tsv").splitlines()
        for title in line.split("\t")[1].split("|")
    ]
    assert [title for title in titles if normal(title) != title] == []
