import pytest

from articlex.data.reading import is_list_label, is_reading_label


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Read also:", "en"),
        ("ALSO READ", "de"),
        (">> Mehr lesen", "de"),
        ("Lesen Sie auch", "de-AT"),
        ("À lire aussi", "fr"),
        ("Lee también", "es"),
        ("Leia também", "pt-BR"),
        ("Leggi anche", "it"),
        ("Czytaj także", "pl"),
        ("Citește și", "ro"),
        ("Читайте также", "ru"),
        ("Διαβάστε επίσης", "el"),
        ("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "el"),
        ("LEA TAMBIEN", "es"),
        ("AYRICA BAKINIZ", "tr"),
        ("Les også", "no"),
        ("Läs också", "sv"),
        ("Σχετικά άρθρα", "el"),
        ("ΠΑΡΟΜΟΙΑ ΘΕΜΑΤΑ", "el"),
        ("Похожие статьи", "ru"),
        ("Материалы по теме", "ru"),
        ("Новини за темою", "uk"),
        ("संबंधित खबरें", "hi"),
        ("ข่าวที่เกี่ยวข้อง", "th"),
        ("อ่านเพิ่มเติม", "th"),
        ("بیشتر بخوانید", "fa"),
        ("כתבות נוספות", "he"),
        ("関連ニュース", "ja"),
        ("更多新闻", "zh"),
        ("Mehr zum Thema", "de"),
        ("مطالب مرتبط", "fa"),
        ("Berita terkait", "id"),
        ("Tin liên quan", "vi"),
        ("Đọc thêm", "vi"),
        ("Devamını oku", "tr"),
        ("延伸阅读", "zh-CN"),
        ("関連記事", "ja"),
        ("관련 기사", "ko"),
        ("اقرأ أيضا", "ar"),
        ("קראו גם", "he"),
        ("بیشتر بخوانید", "fa"),
        ("यह भी पढ़ें", "hi"),
        ("Baca juga", "id"),
        ("Xem thêm", "vi"),
        ("함께 읽으면 좋은 오늘의 기사", "ko"),
    ],
)
def test_an_invitation(label, language):
    assert is_reading_label(label, language)


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Website", "en"),
        ("Source", "en"),
        ("README", "en"),
        ("Main article", "en"),
        ("Leseprobe", "de"),
        ("Quelle", "de"),
        ("Also, what I wanted to say to everybody", "en"),
        ("auch", "en"),
        ("夜のお客さんは本を長く読む", "ja"),
        ("他在图书馆阅读了一整天才回家", "zh"),
        ("", "en"),
    ],
)
def test_another_label(label, language):
    assert not is_reading_label(label, language)


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("See also", "en"),
        ("You might also like", "de"),
        ("Lesen Sie auch", "de-AT"),
        ("相关阅读", "zh-CN"),
        ("関連記事", "ja"),
        ("관련기사", "ko"),
        ("اقرأ أيضا", "ar"),
        ("קראו גם", "he"),
        ("यह भी पढ़ें", "hi"),
        ("ข่าวที่เกี่ยวข้อง", "th"),
        ("Διαβάστε επίσης", "el"),
        ("Читайте также", "ru"),
    ],
)
def test_a_label_of_several_stories(label, language):
    assert is_list_label(label, language)


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Read the report", "en"),
        ("Read on", "en"),
        ("Read more", "en"),
        ("更多", "zh"),
        ("So soll es auch sein.", "de"),
        ("Warum auch nicht?", "de"),
        ("", "en"),
    ],
)
def test_a_button_or_a_sentence_is_no_such_label(label, language):
    assert not is_list_label(label, language)
