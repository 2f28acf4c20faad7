import pytest

from articlex.bylines.picture_credits import ends_with_credit


@pytest.mark.parametrize(
    "text",
    [
        "The new lamps on the old quay. Photo: Bo Sample",
        "Die „Möwe“ am Anleger. Foto: Bo Beispiel/dpa",
        "נועה ברגר במרתף הספרייה (צילום: דנה לב)",
        "주민들이 버스에 오르고 있다. [사진=홍길동 기자]",
        "주민들이 버스에 오르고 있다. [사진 홍길동 기자]",
        "森林防火（摄影：李明）",
        "码头上的鹤！摄影：王小明",
        "बत्ती घाट पर है। फोटो: राम कुमार",
        "Ruang baca perpustakaan.(POST.example/SITI TELADAN)",
        "Les habitants sur le nouveau pont.Marie Exemple / stock.example.com",
        "ドローンを見送る看護師の山田さん＝2025年8月27日、沖ノ端島、田中健撮影",
    ],
)
def test_a_caption_ends_with_who_took_the_picture(text):
    assert ends_with_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The best photos of the year (photo gallery)",
        "新作映画の撮影",
        "A photo. Nothing else",
        "The quay (2025)",
        "Smith v. Jones / Moor",
        "What is new in version 2. Input / output",
    ],
)
def test_a_headline_does_not(text):
    assert not ends_with_credit(text)
