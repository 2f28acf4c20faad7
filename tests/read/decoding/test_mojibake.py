"""Text that another program decoded by the wrong table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex import extract
from articlex.read import read_page
from articlex.read.decoding.mojibake import restore

SENTENCES = {
    "ru": "Вчера в городе открыли новую библиотеку, и жители пришли посмотреть на неё. ",
    "zh": "昨天市里新开了一座图书馆，许多居民前来参观，并且借走了第一批图书。",
    "ja": "昨日、市内に新しい図書館が開館し、多くの住民が訪れて本を借りました。",
    "ko": "어제 시내에 새 도서관이 문을 열었고 많은 주민들이 찾아와 책을 빌렸습니다. ",
    "de": "Gestern öffnete die neue Bücherei, und viele Bürger kamen, um Bücher auszuleihen. ",
    "el": "Χθες άνοιξε η νέα βιβλιοθήκη της πόλης και πολλοί κάτοικοι ήρθαν να τη δουν. ",
    "he": "אתמול נפתחה הספרייה החדשה בעיר ותושבים רבים באו לבקר בה ולשאול ספרים. ",
    "ar": "افتتحت أمس المكتبة الجديدة في المدينة وجاء كثير من السكان لزيارتها واستعارة الكتب. ",
    "th": "เมื่อวานนี้ห้องสมุดแห่งใหม่เปิดในเมือง และชาวเมืองจำนวนมากมาเยี่ยมชม ",
    "hi": "कल शहर में नया पुस्तकालय खुला और बहुत से लोग उसे देखने आए। ",
}
PAGES = {name: f"Menu\nHome\n\n{text * 5}\n\n{text * 3}\n\nContact\n" for name, text in SENTENCES.items()}
CODECS = {
    "ru": "cp1251 koi8_r iso8859_5",
    "zh": "gb18030",
    "ja": "cp932 euc_jp",
    "ko": "cp949",
    "el": "cp1253 iso8859_7",
    "he": "cp1255",
    "ar": "cp1256",
    "th": "cp874",
}
LEGACY = [(name, codec) for name, codecs in CODECS.items() for codec in codecs.split()]


@pytest.mark.parametrize("name", PAGES)
def test_utf8_that_was_taken_for_latin_1(name):
    assert restore(PAGES[name].encode().decode("latin-1")) == (PAGES[name], "utf-8")


@pytest.mark.parametrize(("name", "codec"), LEGACY)
def test_another_script_that_was_taken_for_latin_1(name, codec):
    found = restore(PAGES[name].encode(codec).decode("latin-1"))
    assert found and found[0] == PAGES[name]


def test_utf8_that_was_taken_for_windows_1252():
    assert restore(PAGES["de"].encode().decode("cp1252")) == (PAGES["de"], "utf-8")


def test_utf8_that_was_taken_for_windows_1251():
    cyrillic = PAGES["ru"] + "ИРАН — Россия, «Украина» и Їжак… "
    wrong = "".join(cyrillic.encode().decode("cp1251", "backslashreplace").replace("\\x98", "\x98"))
    assert restore(wrong) == (cyrillic, "utf-8")
    lost = restore(wrong.replace("\x98", "\ufffd"))
    assert lost and lost[0].startswith(PAGES["ru"])
    marks = "“We have waited for ten years,” she said – and it’s here. " * 3
    assert restore(marks.encode().decode("cp1251", "backslashreplace").replace("\\x98", "\x98")) == (
        marks,
        "utf-8",
    )


def test_cyrillic_capitals_are_as_they_were():
    assert restore("СССР, РСФСР, РФ, ССР. РОССИЯ. С Россией. " * 20) is None


def test_two_programs_one_after_the_other():
    twice = PAGES["el"].encode().decode("latin-1").encode().decode("latin-1")
    assert restore(twice) == (PAGES["el"], "utf-8")


def test_no_break_spaces_that_were_entities_stay():
    assert restore("\xa0" + PAGES["ru"].encode().decode("latin-1")) == ("\xa0" + PAGES["ru"], "utf-8")


@pytest.mark.parametrize("table", ["latin-1", "cp1252"])
def test_entities_that_the_table_has_stay(table):
    wrong = PAGES["de"].encode().decode(table)
    assert restore(f"{wrong}» More\n© Café Lind") == (f"{PAGES['de']}» More\n© Café Lind", "utf-8")


def test_a_text_that_shows_some_mojibake_is_as_it_was():
    assert restore(f"{PAGES['de']}Read wrongly, é, ü and ß are Ã©, Ã¼ and ÃŸ.\n") is None


def test_characters_that_were_entities_stay():
    assert restore("“" + PAGES["de"].encode().decode("latin-1") + "”") == ("“" + PAGES["de"] + "”", "utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "Voilà le chemin qui mène à la mer, déjà très fréquenté l’été.\nIl est là.\n",
        "Рядом с Рязанью растёт Роща; Река Ока течёт мимо.\n",
        "शहर में ठंड है, और ठेले पर ठंडाई बिकती है।\n",
    ],
)
def test_no_break_spaces_that_a_program_made_plain_are_letters_again(text):
    wrong = (text * 5).encode().decode("latin-1").replace("\xa0 ", " ").replace("\xa0", " ")
    assert restore(wrong) == (text * 5, "utf-8")


def test_bytes_that_windows_1252_lost_are_marked_as_lost():
    found = restore(PAGES["ru"].encode().decode("cp1252", "replace"))
    assert found and "библиотеку" in found[0] and "\ufffd" in found[0]


@pytest.mark.parametrize("name", PAGES)
def test_text_that_was_decoded_rightly_is_as_it_was(name):
    assert restore(PAGES[name]) is None


@pytest.mark.parametrize(
    "text",
    [
        "The word “naïve” is often printed as “naÃ¯ve”, and “café” as “cafÃ©” or “cafÃƒÂ©”.",
        "Ärger über Öl: Müßiggänger fürchten Ölkatastrophe «Ç’est l’été à Orléans»",
        "ÄÖÜßäöü ÀÉÈÙÂÊÎÔÛËÏÇ ÁÉÍÓÚÑ ÆØÅ",
        "Þórður Æðarsker sá ýmislegt óvænt á öræfum í gær.",
        "™®©™ €€€ ½¼¾ ×× ±± §§ ¶¶",
    ],
)
def test_accents_and_signs_of_living_languages_are_as_they_were(text):
    assert restore(text * 20) is None


@given(st.text(st.characters(codec="latin-1"), max_size=300))
def test_what_is_restored_gives_the_text_again(text):
    found = restore(text)
    assert found is None or found[0] != text


def test_a_page_that_the_caller_decoded_as_latin_1_has_its_article_and_a_warning():
    text = PAGES["ru"]
    html = f"<html><head><title>Библиотека</title></head><body><h1>Библиотека</h1><p>{text}</p></body></html>"
    article = extract(html.encode().decode("latin-1"))
    assert article.title == "Библиотека"
    assert any("undone" in warning for warning in article.warnings)


def test_raw_text_of_a_program_that_took_gbk_for_latin_1_is_read():
    data = PAGES["zh"].encode("gb18030").decode("latin-1").encode()
    page = read_page(data, form="text")
    assert SENTENCES["zh"] in page.blocks[2].text


@pytest.mark.parametrize("name", PAGES)
def test_html_in_bytes_that_was_encoded_twice_is_read_as_it_was_meant(name):
    html = f"<meta charset=utf-8><p>{PAGES[name]}</p>"
    page = read_page(html.encode().decode("latin-1").encode())
    assert page.blocks[0].text == read_page(html.encode()).blocks[0].text
    assert any("undone" in warning for warning in page.warnings)


def test_raw_text_of_a_program_that_took_utf8_for_windows_1251_is_read():
    data = PAGES["ru"].encode().decode("cp1251").encode()
    page = read_page(data, form="text")
    assert SENTENCES["ru"] in page.blocks[2].text
    assert any("undone" in warning for warning in page.warnings)


@pytest.mark.parametrize("name", PAGES)
def test_html_in_bytes_that_was_encoded_once_is_as_it_was(name):
    assert not read_page(f"<meta charset=utf-8><p>{PAGES[name]}</p>".encode()).warnings


@pytest.mark.parametrize("text", ["Não é água: São João à tarde. ", "Ã 9 é 8 Ã 7. ", "и С. Р. в Ђ. "])
def test_characters_that_ascii_stands_between_are_as_they_were(text):
    page = read_page(text * 20, form="html")
    assert page.blocks[0].text == (text * 20).strip()
    assert not page.warnings


def test_spaces_that_do_not_break_are_no_sign_of_utf8():
    text = "COMMUNIQUÉ\xa0DE\xa0PRESSE\n\nLe\xa0quai\xa0a\xa0été\xa0rouvert\xa0à\xa0tous\xa0lundi.\n" * 3
    page = read_page(text, form="text")
    assert page.blocks[0].text == "COMMUNIQUÉ DE PRESSE"
    assert not page.warnings
