"""Documents as office programs and converters of prints export them."""

import pytest

import articlex
from articlex.page import Kind
from articlex.read.html.reader import read_html

BODY = (
    "The night ferry that has crossed the mouth of the Calder since 1911 will go on running after residents "
    "voted by two to one for a small tax to pay for it, the council said on Monday."
)
ARABIC = (
    "وصلت صباح الثلاثاء إلى القرية حافلة زرقاء لا تحمل ركابًا، بل ألفي كتاب. كان في انتظارها ثلاثون طفلًا "
    "ومعلمتان وبائع شاي أراد أن يعرف سبب الزحام، ثم جاء أهل القرية كلهم ليروا الحافلة."
)
CHINESE = "位于柳溪镇东头的老石桥本周二重新开放，比原定工期提前了二十三天。" * 6

LIBREOFFICE = '<meta name="generator" content="LibreOffice 25.2.3.2 (Linux)"/>'
WORD = '<meta name=Generator content="Microsoft Word 15">'
PDF = '<meta name="generator" content="pdftohtml 0.36"/>'
ODF = '<meta name="DCTERMS.source" content="http://xml.openoffice.org/odf2xhtml"/>'


def first_heading(source: str) -> tuple[str, int] | None:
    found = (block for block in read_html(source).blocks if block.kind is Kind.HEADING)
    return next(((block.text, block.level) for block in found), None)


@pytest.mark.parametrize(
    ("head", "title", "body"),
    [
        (
            LIBREOFFICE,
            '<p align="center"><font size="5" style="font-size: 18pt"><b>Ferry</b></font></p>',
            BODY,
        ),
        (LIBREOFFICE, '<p><font size="5">مكتبة متنقلة</font></p>', ARABIC),
        (WORD, "<p class=MsoTitle><span>Ferry</span></p>", BODY),
        (WORD, "<p class=MsoNormal><b><span style='font-size:18.0pt'>老石桥</span></b></p>", CHINESE),
        (
            PDF,
            '<style>.ft1{font-size:26px;color:#000}.ft2{font-size:14px}</style><p class="ft1">Ferry</p>',
            BODY,
        ),
        (
            ODF,
            '<style>.T1, .T2{ font-size:18pt; }</style><p class="P1"><span class="T1">Ferry</span></p>',
            BODY,
        ),
        (ODF, '<p class="paragraph-Title">Ferry</p>', BODY),
    ],
)
def test_a_paragraph_in_large_type_is_the_title(head: str, title: str, body: str) -> None:
    page = f"<head>{head}</head><p>News</p>{title}<p>Ann Example</p><p class=ft2>{body}</p>"
    found = first_heading(page)
    assert found is not None
    assert found[0] in title
    assert found[1] == 1


@pytest.mark.parametrize(
    "page",
    [
        f"<head>{LIBREOFFICE}</head><p><font size=5>Ferry</font></p><p><font size=5>Town</font></p><p>{BODY}",
        f'<head>{LIBREOFFICE}</head><p><font size="5">F</font>erry</p><p>{BODY}</p>',
        f'<head>{LIBREOFFICE}</head><p>{BODY}</p><p><font size="5">Ferry</font></p>',
    ],
    ids=["two as large", "an initial", "below the text"],
)
def test_what_is_no_title(page: str) -> None:
    assert first_heading(page) is None


def test_a_heading_of_its_own_stays_the_title() -> None:
    page = f'<head>{LIBREOFFICE}</head><p><font size="7">Paper</font></p><h1>Ferry</h1><p>{BODY}</p>'
    assert first_heading(page) == ("Ferry", 1)


@pytest.mark.parametrize(
    "title",
    ["/home/ann/ferry", r"C:\Users\ann\ferry note.doc", "Microsoft Word - Ferry_v2.docx", "ferry.pdf",
     "- no title specified", "Untitled-1"],
)  # fmt: skip
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert read_html(f"<head><title>{title}</title>{PDF}</head><p>{BODY}</p>").markup.title == ""
    assert read_html(f"<head><title>{title}</title></head><p>{BODY}</p>").markup.title == title


def test_a_title_that_names_the_document_stays() -> None:
    assert read_html(f"<head><title>Node.js and/or Deno</title>{PDF}</head><p>{BODY}").markup.title
    assert read_html(f"<head><title>Fähre fährt</title>{WORD}</head><p>{BODY}").markup.title == "Fähre fährt"


def test_head_and_foot_of_the_sheets_are_left_out() -> None:
    page = (
        f'<head>{LIBREOFFICE}</head><div title="header"><p>Ferry &amp; Field</p></div><p><font size="5">The '
        f'ferry stays</font></p><p>{BODY}</p><p>{BODY[4:]}</p><div title="footer"><p>1</p></div>'
    )
    found = articlex.extract(page)
    assert found.title == "The ferry stays"
    assert "Field" not in found.text
    assert not found.text.endswith("1")


def test_the_paper_above_the_headline_gives_way_to_the_person_below() -> None:
    french = "Les halles de la place rouvriront le samedi 14 septembre. La mairie l'a annoncé jeudi, au "
    french += "terme d'une réunion où il fut surtout question de chambres froides et de quais de livraison."
    page = (
        f"<head><style>.a{{font-size:26px}}</style>{PDF}</head><p>La Gazette des halles · 21 juin 2024</p>"
        f"<p class=a>Le marché couvert rouvrira en septembre</p><p>Aurélie Bastien</p><p>{french}</p>"
        f"<p>{french[:-1]} aussi.</p>"
    )
    assert articlex.extract(page).authors == ("Aurélie Bastien",)


GOOGLE = "<style>@import url(https://themes.googleusercontent.com/fonts/css?kit=x);"
SHEET = (
    ".b{font-weight:700}.i{ font-style: italic; }.u,.v{vertical-align:super;font-size:58%}"
    ".n{font-weight:400}</style>"
)


@pytest.mark.parametrize("head", [GOOGLE, f"{ODF}<style>"])
@pytest.mark.parametrize(
    ("markup", "markdown"),
    [
        ("The <span class=b>storm</span> came", "The **storm** came"),
        ("رأينا <span class='n i'>عاصفة</span> من قبل", "رأينا *عاصفة* من قبل"),
        ("4 km<span class='n u'>2</span> of sea", "4 km<sup>2</sup> of sea"),
        ("<span class=n>The storm</span> came", "The storm came"),
    ],
)
def test_what_a_style_sheet_sets_apart(head: str, markup: str, markdown: str) -> None:
    page = (
        f"<head>{head}{SHEET}</head><h1>The storm</h1><p>{BODY}</p><p>{markup} at noon.</p><p>{BODY[4:]}</p>"
    )
    assert f"\n{markdown} at noon.\n" in articlex.extract(page).markdown


def test_a_heading_is_not_bold_once_more() -> None:
    heading = "<h2><span class=b>Town</span></h2>"
    page = f"<head>{GOOGLE}{SHEET}</head><h1>Ferry</h1><p>{BODY}</p>{heading}<p>{BODY[4:]}"
    assert "\n## Town\n" in articlex.extract(page).markdown


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (WORD, "MsoQuote"),
        (WORD, "MsoIntenseQuote"),
        (ODF, "paragraph-Quotations"),
        (ODF, "paragraph-Block_20_Text"),
    ],
)
def test_a_paragraph_whose_style_quotes(head: str, name: str) -> None:
    page = f"<head>{head}</head><h1>Ferry</h1><p>{BODY}</p><p class={name}>“{BODY}”</p><p>{BODY[4:]}</p>"
    assert f"\n> “{BODY}”\n" in articlex.extract(page).markdown


@pytest.mark.parametrize(
    ("head", "sign", "back"),
    [
        (
            WORD,
            '<a href="#_msocom_1"><span>[MO1]</span></a>',
            '<a class=msocomoff href="#_msoanchor_1">[MO1]</a>',
        ),
        (GOOGLE + "</style>", '<sup><a href="#cmnt1">[a]</a></sup>', '<a href="#cmnt_ref1">[a]</a>'),
    ],
)
@pytest.mark.parametrize(("body", "said"), [(BODY, "Is this still true?"), (CHINESE, "这还是真的吗？")])
def test_comments_on_a_draft_are_no_text(head: str, sign: str, back: str, body: str, said: str) -> None:
    comment = f"<hr><div><div><p class=MsoCommentText>{back}{said}</p></div></div>"
    page = f"<head>{head}</head><h1>Ferry</h1><p>{body}{sign}</p><p>{body[5:]}</p>{comment}"
    found = articlex.extract(page)
    assert found.text == f"{body}\n\n{body[5:]}"
    assert any(block.text.endswith(said) for block in found.page.blocks)


@pytest.mark.parametrize(
    ("head", "contents"),
    [
        (WORD, "<p class=MsoToc1><a href='#a'>Ferry</a> 2</p><p class=MsoToc2><a href='#b'>Town</a> 3</p>"),
        (ODF, "<p class=paragraph-Contents_20_1>Ferry 2</p><p class=paragraph-Contents_20_1>Town 3</p>"),
        (LIBREOFFICE, "<div id='Table of Contents1'><p>Ferry 2</p><p>Town 3</p></div>"),
    ],
)
def test_a_table_of_contents_is_a_menu(head: str, contents: str) -> None:
    text = f"<h2>Ferry</h2><p>{BODY}</p><h2>Town</h2><p>{BODY[4:]}"
    page = f"<head>{head}</head><h1>The ferry</h1>{contents}{text}"
    assert articlex.extract(page).text == f"Ferry\n\n{BODY}\n\nTown\n\n{BODY[4:]}"


def test_the_only_line_in_bold_is_the_title() -> None:
    page = f"<head>{WORD}</head><p align=center><b><span>Ferry</span></b></p><p>Ann</p><p>{BODY}</p>"
    assert first_heading(page) == ("Ferry", 1)
    two = f"<head>{WORD}</head><p><b>Ferry</b></p><p><b>Town</b></p><p>{BODY}</p>"
    assert first_heading(two) is None
