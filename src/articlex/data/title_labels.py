"""Labels before titles: "Title: ...", "標題：..."."""

from __future__ import annotations

#: Labels of titles, casefolded.
TITLE_LABELS = frozenset(
    name.strip().casefold()
    for name in """
        title|headline|titel|schlagzeile|titre|título|titulo|titular|titolo|kop|rubrik|overskrift|tittel|otsikko
        |tytuł|nagłówek|název|nadpis|názov|cím|titlu|naslov|naslov članka|başlık|tiêu đề|judul|tajuk|заголовок
        |название|назва|заглавие|наслов|τίτλος|العنوان|عنوان|כותרת|शीर्षक|শিরোনাম|தலைப்பு|ชื่อเรื่อง|หัวข้อ|标题|標題
        |题目|題名|タイトル|제목|სათაური|վերնագիր
    """.split("|")
)
