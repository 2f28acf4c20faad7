import codecs
import unicodedata

import pytest

from articlex.errors import BinaryInputError
from articlex.page import Form
from articlex.read import read_page
from articlex.read.decoding.encoding import clean, decode

RUSSIAN = "Вчера в городе открыли новую библиотеку, и жители пришли посмотреть на неё. "
CHINESE = "昨天市里新开了一座图书馆，许多居民前来参观，并且借走了第一批图书。"
TAIWANESE = "一早，三人上山工作，下午才下山，小女子一人一口也不吃，大家又上山，入夜了才回家。"
JAPANESE = "昨日、市内に新しい図書館が開館し、多くの住民が訪れて本を借りました。"
KOREAN = "어제 시내에 새 도서관이 문을 열었고 많은 주민들이 찾아와 책을 빌렸습니다. "
GERMAN = "Gestern öffnete die neue Bücherei, und viele Bürger kamen, um Bücher auszuleihen. "
GREEK = "Χθες άνοιξε η νέα βιβλιοθήκη της πόλης και πολλοί κάτοικοι ήρθαν να τη δουν. "
ANNA = GREEK + "Την έστησε η Άννα Δημητρίου, με άλλους δύο. "
HEBREW = "אתמול נפתחה הספרייה החדשה בעיר ותושבים רבים באו לבקר בה ולשאול ספרים. "
ARABIC = "افتتحت أمس المكتبة الجديدة في المدينة وجاء كثير من السكان لزيارتها واستعارة الكتب. "
THAI = "เมื่อวานนี้ห้องสมุดแห่งใหม่เปิดในเมือง และชาวเมืองจำนวนมากมาเยี่ยมชม "

SPANISH = "Ayer abrió la nueva biblioteca, y muchos niños acudieron con sus mamás. El año próximo habrá más. "
FRENCH = "Hier, la ville a inauguré sa bibliothèque, où les élèves sont allés à pied malgré l’été brûlant. "
POLISH = "Wczoraj otwarto nową bibliotekę, a mieszkańcy przyszli ją obejrzeć. Książki można już wypożyczać. "
CZECH = "Včera otevřeli novou knihovnu a obyvatelé se na ni přišli podívat. Stojí u řeky, hned vedle školy. "
TURKISH = "Dün şehirde yeni bir kütüphane açıldı ve birçok kişi görmeye geldi. Nehrin kıyısında duruyor. "
LITHUANIAN = "Vakar mieste atidaryta nauja biblioteka, ir gyventojai atėjo jos pažiūrėti. Ji šalia upės. "
FAROESE = "Í gjár varð eitt nýtt bókasavn latið upp í býnum, og nógv fólk kom at hyggja. Tað er við ánna. "
OCCITAN = "Ièr dobriguèt la novèla bibliotèca de la vila e fòrça estatjants venguèron la veire. "
TONES = "\u0300\u0301\u0303\u0309\u0323"
UKRAINIAN = "Учора в місті відкрили нову бібліотеку, і мешканці прийшли подивитися на неї. Її зали світлі. "


def page(text, declared=""):
    meta = f'<meta charset="{declared}">' if declared else ""
    return f"<html><head>{meta}<title>x</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")],
)
def test_a_byte_order_mark_decides(codec, name):
    found = decode(page(RUSSIAN).encode(codec), None)
    assert (found.text, found.encoding, found.warnings) == (page(RUSSIAN), name, ())


def test_big_endian_marks():
    data = codecs.BOM_UTF16_BE + page(RUSSIAN).encode("utf-16-be")
    assert decode(data, None).text == page(RUSSIAN)


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, CHINESE, THAI])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_mark(codec, text):
    found = decode(page(text * 3).encode(codec), None)
    assert (found.text, found.encoding) == (page(text * 3), codec)


@pytest.mark.parametrize("text", [RUSSIAN, CHINESE + "\n" + CHINESE])
def test_wide_plain_text_without_markup(text):
    assert decode((text * 3).encode("utf-16-le"), None).text == text * 3


def test_utf8_between_nuls_is_binary_and_not_wide():
    with pytest.raises(BinaryInputError):
        decode("\x00a\x00b\x00é".encode(), None)


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("gb2312", "gb18030", CHINESE),
        ("x-gbk", "gb18030", CHINESE),
        ("big5", "big5hkscs", "昨天市裡新開了一座圖書館"),
        ("shift_jis", "cp932", JAPANESE),
        ("x-sjis", "cp932", JAPANESE),
        ("euc-jp", "euc_jp", JAPANESE),
        ("euc-kr", "cp949", KOREAN),
        ("ks_c_5601-1987", "cp949", KOREAN),
        ("iso-8859-1", "cp1252", "Der Preis: 5 € „für alle“ in der Bücherei"),
        ("windows-1251", "cp1251", RUSSIAN),
        ("koi8-r", "koi8-r", RUSSIAN),
        ("iso-8859-7", "iso8859-7", GREEK.replace("Χ", "χ")),
        ("windows-1255", "cp1255", HEBREW),
        ("windows-1256", "cp1256", ARABIC),
        ("tis-620", "cp874", THAI),
    ],
)
def test_the_declared_charset_is_believed(label, codec, text):
    data = page(text, label).encode(codec)
    found = decode(data, None)
    assert (found.text, found.encoding, found.warnings) == (page(text, label), codec, ())


@pytest.mark.parametrize(
    ("declared", "codec", "text"),
    [
        ("utf-8", "gb18030", CHINESE),
        ("utf-8", "cp1251", RUSSIAN),
        ("iso-8859-1", "utf-8", GERMAN),
        ("gb2312", "utf-8", CHINESE),
        ("iso-8859-1", "cp1251", RUSSIAN),
        ("iso-8859-1", "gb18030", CHINESE),
        ("windows-1252", "euc_kr", KOREAN),
    ],
)
def test_a_wrong_declaration_is_found_out(declared, codec, text):
    found = decode(page(text * 8, declared).encode(codec), None)
    assert text * 8 in found.text
    assert any(declared in warning for warning in found.warnings)


def test_a_replacement_character_of_the_page_itself_is_no_broken_byte():
    assert decode("a\ufffdb".encode(), "utf-8").warnings == ()
    assert decode(b"a\xffb", "utf-8").warnings == ("1 byte sequences are not valid utf-8",)


def test_the_label_that_is_wrong_is_named_and_not_one_that_nobody_knows():
    found = decode(page(FRENCH * 8, "utf-8").encode("cp1252"), None, "x-nobody")
    assert found.warnings == ("declared charset utf-8 is wrong, read as cp1252",)


@pytest.mark.parametrize(
    ("codec", "text"),
    [("gb18030", CHINESE), ("cp932", JAPANESE), ("euc_kr", KOREAN), ("cp1251", RUSSIAN)],
)
def test_an_undeclared_charset_is_detected(codec, text):
    assert decode(page(text * 8).encode(codec), None).text == page(text * 8)


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        *[("cp1252", text) for text in (SPANISH, FRENCH, GERMAN)],
        *[(codec, text) for text in (POLISH, CZECH) for codec in ("cp1250", "iso8859-2")],
        *[("cp1254", TURKISH), ("cp1257", LITHUANIAN), ("cp1256", ARABIC), ("koi8-u", UKRAINIAN)],
        *[(codec, RUSSIAN) for codec in ("cp1251", "koi8-r", "cp866", "iso8859-5")],
        *[("cp1253", GREEK), ("cp1255", HEBREW), ("cp874", THAI), ("gb18030", CHINESE)],
        *[(codec, ANNA) for codec in ("cp1253", "iso8859-7")],
        *[("iso8859-7", "ΕΞΠΡΕΣ ΑΓΟΡΕΣ " * 9 + ANNA), ("big5", TAIWANESE)],
    ],
)
@pytest.mark.parametrize("declared", ["", "utf-8"])
def test_a_sentence_tells_its_charset(codec: str, text: str, declared: str) -> None:
    assert decode(page(text, declared).encode(codec), None).text == page(text, declared)


@pytest.mark.parametrize("declared", ["", "windows-1258", "utf-8"])
def test_letters_and_tones_of_vietnamese_are_composed(declared: str) -> None:
    whole = page("Thư viện mới đã mở cửa hôm qua, và nhiều người dân đến xem. " * 3, declared)
    # As Vietnamese is typed in Windows: the tones stand apart, but not the marks that make other vowels.
    typed = "".join(map(_typed, whole))
    assert decode(typed.encode("cp1258"), None).text == whole


def _typed(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in apart if mark in TONES)
    return unicodedata.normalize("NFC", apart.translate(dict.fromkeys(map(ord, TONES)))) + tones


@pytest.mark.parametrize("codec", ["cp1253", "iso8859-7"])
@pytest.mark.parametrize("declared", ["windows-1253", "iso-8859-7"])
def test_one_letter_tells_the_charset_of_greek(codec: str, declared: str) -> None:
    whole = page("ΕΞΠΡΕΣ ΑΓΟΡΕΣ " * 9 + ANNA, declared)
    assert decode(whole.encode(codec), None).text == whole


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("iso8859-2", POLISH),
        ("cp1250", CZECH),
        ("cp1254", TURKISH),
        ("cp1257", LITHUANIAN),
        ("cp866", RUSSIAN),
    ],
)
def test_words_of_another_charset_outdo_a_declaration(codec: str, text: str) -> None:
    whole = page(text * 2, "iso-8859-1")
    assert decode(whole.encode(codec), None).text == whole


@pytest.mark.parametrize("text", [FAROESE, OCCITAN])
def test_a_language_without_trigrams_is_left_to_its_declaration(text: str) -> None:
    whole = page(text * 3, "iso-8859-1")
    assert decode(whole.encode("cp1252"), None).text == whole


def test_characters_of_two_bytes_under_a_latin_declaration_are_found_out() -> None:
    whole = page(JAPANESE * 2, "iso-8859-1")
    assert decode(whole.encode("euc_jp"), None).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "The firm’s “new” Widget® – loading…",
        "© 2024 Rain Ltd. £4.50 ½ price",
        "Rain™ Express® Venture® One®",
        "5 × 5 • 3\xa0\xa0\xa0km",
        "———————————— Rain ————————————" * 9,
        "•\xa0\xa0\xa0One •\xa0\xa0\xa0Two •\xa0\xa0\xa0Three" * 9,
    ],
)
@pytest.mark.parametrize("declared", ["", "iso-8859-1"])
def test_signs_alone_tell_no_charset(text: str, declared: str) -> None:
    assert decode(page(text, declared).encode("cp1252"), None).text == page(text, declared)


@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1"])
def test_a_few_bad_bytes_do_not_flip_a_utf8_page(declared):
    data = page(GERMAN * 20, declared).encode().replace(b"</p>", b"\xe9\xff</p>")
    found = decode(data, None)
    assert found.encoding == "utf-8"
    assert found.text.count("\ufffd") == 2
    assert any("not valid UTF-8" in warning for warning in found.warnings)


def test_a_declaration_inside_a_comment_does_not_count():
    data = ("<!-- <meta charset=koi8-r> --><meta charset=windows-1251>" + RUSSIAN).encode("cp1251")
    assert decode(data, None).encoding == "cp1251"


def test_a_given_encoding_overrides_everything():
    data = page(RUSSIAN, "utf-8").encode("koi8-r")
    assert decode(data, "koi8-r").text == page(RUSSIAN, "utf-8")


def test_an_unknown_given_encoding_raises():
    with pytest.raises(LookupError):
        decode(b"abc", "klingon")


@pytest.mark.parametrize("label", ["klingon", "base64", "rot13", "undefined", "utf-7"])
def test_a_useless_declared_label_is_survived(label):
    assert decode(page(GERMAN, label).encode(), None).text == page(GERMAN, label)


def test_nuls_and_the_mark_are_dropped():
    assert decode(b"one\x00two and more text", None).text == "onetwo and more text"
    assert clean("\ufeffone\x00\ud800two") == ("one\ufffdtwo", "one\ufffdtwo".encode())


@pytest.mark.parametrize("marks", ["\ufeff\ufeff", "\ufeff\r\n\ufeff", "\n\ufeff"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le"])
def test_the_marks_of_files_that_a_page_is_made_of_are_dropped(marks: str, codec: str) -> None:
    found = read_page(f"{marks}<!DOCTYPE html><title>Rain</title><p>{RUSSIAN * 9}".encode(codec))
    assert (found.form, found.markup.title, len(found.blocks)) == (Form.HTML, "Rain", 1)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x01\x00\x01\x00", "GIF"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00word/document.xml", "docx"),
        (b"PK\x03\x04\x14\x00\x00\x00\x00\x00a.txt", "ZIP"),
        (b"{\\rtf1\\ansi Regen\\par}", "RTF"),
        (b"\xef\xbb\xbf\n{\\rtf1\\ansi Regen\\par}", "RTF"),
        (b"\xef\xbb\xbf%PDF-1.4\n1 0 obj", "PDF"),
        (b"\x7fELF\x02\x01\x01" + bytes(9), "binary data"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", "MP4"),
        (b"SQLite format 3\x00\x10\x00", "SQLite"),
        (bytes((i * 97 + i * i * 31) % 256 for i in range(5000)), "binary data"),
    ],
)
def test_binary_formats_are_refused_by_name(data, name):
    with pytest.raises(BinaryInputError, match=name):
        decode(data, None)


@pytest.mark.parametrize("text", ["%PDF-1.4\n1 0 obj", "{\\rtf1\\ansi Regen\\par}", "PK\x03\x04word/"])
def test_a_binary_format_that_a_caller_has_decoded_is_refused(text: str) -> None:
    with pytest.raises(BinaryInputError, match="not a page"):
        read_page(text)


@pytest.mark.parametrize(
    "text", ["BMW announces a new model", "MZ Motorräder", "ID3 tags explained", "GIF89a"]
)
def test_a_text_that_begins_like_a_signature_is_text(text):
    assert decode(text.encode(), None).text == text


def test_letters_that_are_printed_twice_are_text():
    bold = "".join(f"{letter}\b{letter}" for letter in "Die alte Brücke öffnet am Freitag wieder.")
    assert decode(bold.encode(), None).text == bold


def test_escape_sequences_of_a_declared_japanese_page():
    data = page(JAPANESE, "iso-2022-jp").encode("iso2022_jp")
    assert decode(data, None).text == page(JAPANESE, "iso-2022-jp")


@pytest.mark.parametrize(
    ("text", "codec"), [(JAPANESE, "iso2022_jp"), (KOREAN, "iso2022_kr"), (CHINESE, "hz")]
)
@pytest.mark.parametrize("declared", [None, "utf-8"])
def test_escape_sequences_tell_a_charset_that_is_not_declared(text, codec, declared):
    data = page(f"{text}<br>{text}<p>{text}", declared).encode(codec)
    assert decode(data, None).text == page(f"{text}<br>{text}<p>{text}", declared)


def test_bytes_that_switch_to_no_alphabet_are_binary() -> None:
    with pytest.raises(BinaryInputError):
        decode(b"<p>\x0e0!0!\x0f and \x01\x02\x03</p>" * 40, None)


def test_ascii_with_the_signs_of_escape_sequences_is_ascii():
    data = b"<p>awk '/~{a}/ ~{b} ~{cd~} ~x' and \x1b[31mred\x1b(B, \x1b$x.</p>"
    assert decode(data, None).encoding == "utf-8"


@pytest.mark.parametrize(
    ("charset", "words", "taken_for", "rounds"),
    [
        ("gbk", CHINESE, "latin-1", 1),
        ("gbk", CHINESE, "iso8859-15", 1),
        ("gbk", CHINESE, "latin-1", 2),
        ("shift_jis", JAPANESE, "latin-1", 1),
        ("windows-1251", RUSSIAN, "latin-1", 1),
        ("windows-1253", GREEK, "latin-1", 1),
        ("windows-1255", HEBREW, "latin-1", 1),
        ("windows-1256", ARABIC, "latin-1", 1),
        ("tis-620", THAI, "latin-1", 1),
    ],
)
def test_a_page_that_was_encoded_twice_is_restored(
    charset: str, words: str, taken_for: str, rounds: int
) -> None:
    data = f'<meta charset="{charset}"><p>{words}</p>'.encode(charset)
    for _ in range(rounds):
        data = data.decode(taken_for).encode()
    assert words in decode(data, None).text


@pytest.mark.parametrize(
    ("words", "codec"),
    [(GERMAN, "cp1252"), (RUSSIAN, "cp1251"), (GREEK, "cp1253"), (CHINESE, "gb18030"), (KOREAN, "cp949")],
)
def test_lines_in_utf8_and_in_another_charset_are_read_each_in_its_own(words: str, codec: str) -> None:
    data = f"<p>{words * 6}</p>\n".encode() + f"<p>{words * 7}</p>".encode(codec)
    found = decode(data, None)
    assert found.text == f"<p>{words * 6}</p>\n<p>{words * 7}</p>"
    assert found.warnings == (f"some lines are not UTF-8, read as {codec}",)


@pytest.mark.parametrize("charset", ["windows-1251", "shift_jis", "euc-kr", "iso-8859-7", "tis-620"])
@pytest.mark.parametrize("words", [GERMAN, FRENCH, POLISH, RUSSIAN, GREEK, HEBREW, THAI, CHINESE, JAPANESE])
def test_utf8_that_was_encoded_twice_is_not_in_the_declared_charset(words: str, charset: str) -> None:
    twice = (words * 9).encode().decode("latin-1")
    assert read_page(page(twice, charset).encode()).blocks[0].text == (words * 9).strip()


@pytest.mark.parametrize("charset", ["gbk", "windows-1251", "koi8-r", "iso-8859-7", "windows-1255"])
@pytest.mark.parametrize(
    "words",
    [
        "Crème brûlée à la façon de l'été, où l'œuf naît. ",
        *(GERMAN, FRENCH, SPANISH, POLISH, TURKISH, FAROESE, OCCITAN, "½ kopp mjölk, ¼ kg ost. "),
    ],
)
def test_a_latin_page_under_a_wrong_declaration_is_left_alone(words: str, charset: str) -> None:
    assert words * 9 in decode(f'<meta charset="{charset}"><p>{words * 9}</p>'.encode(), None).text


@pytest.mark.parametrize(
    ("text", "codec"), [(CHINESE, "gb18030"), (JAPANESE, "euc_jp"), (JAPANESE, "cp932"), (KOREAN, "cp949")]
)
def test_a_broken_character_does_not_hide_an_undeclared_charset(text, codec):
    data = page(text * 20).encode(codec)
    data = data.replace(b"</p>", b"\xa0 </p>")
    assert text in decode(data, None).text
