"""What is a copyright notice, and whom it names."""

import pytest

from articlex.copyright_notices import has_notice, holder, is_notice


@pytest.mark.parametrize(
    ("notice", "name"),
    [
        ("© 2024 Sample Post. All rights reserved.", "Sample Post"),
        ("© 2024 Sample Post All Rights Reserved", "Sample Post"),
        ("Copyright (c) 2012-2025 by Ann Example", "Ann Example"),
        ("Copyright © 2024 Sample Post | Terms", "Sample Post"),
        ("© J. R. Example, 2019–2024", "J. R. Example"),
        ("©2020 - Ann Example - Bridges", "Ann Example"),
        ("Sample Post © Ann Example (2019)", "Ann Example"),
        ("ⓒ 표본일보. 무단 전재 및 재배포 금지", "표본일보"),
        ("© 2024 サンプル新聞", "サンプル新聞"),
        ("© Πρότυπα Νέα 2024", "Πρότυπα Νέα"),
        ("© 2024", ""),
        ("Ann Example 2024", ""),
    ],
)
def test_holder_of_a_notice(notice, name):
    assert holder(notice) == name


@pytest.mark.parametrize(
    "text", ["© 2024", "ⓒ 표본일보", "Ⓒ 표본일보", "Sample Post, Copyright 2024", "(C) 2019 Ann Example"]
)
def test_sign_word_and_typed_sign_are_notices(text):
    assert has_notice(text)


def test_third_item_of_a_list_is_no_notice():
    assert not has_notice("(c) the party that gave notice first")


@pytest.mark.parametrize(
    "text",
    [
        "© Sample Post",
        "All texts Copyright 2024 by Sample Post",
        "<저작권자 ⓒ 표본일보>",
        "<저작권자ⓒ표본일보. 무단전재-재배포 금지>",
        "(c) 2019 Ann Example",
        "สงวนลิขสิทธิ์ © 2567 ตัวอย่าง",
        "ສະຫງວນລິຂະສິດ © 2024 ຕົວຢ່າງ",
        "រក្សាសិទ្ធិគ្រប់យ៉ាង © ២០២៣ គំរូ",
        "नमूना चौपाल © 2023",
    ],
)
def test_begins_as_a_notice(text):
    assert is_notice(text)


@pytest.mark.parametrize(
    "text", ["Copyright and its limits", "What the new rules on copyright of 2019 change"]
)
def test_text_about_copyright_is_no_notice(text):
    assert not is_notice(text)
