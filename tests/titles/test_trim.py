import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.titles.guillemets import without_quoting
from articlex.titles.site_names import site_names
from articlex.titles.trim import (
    _EAST_SEPARATOR,
    _SEPARATOR,
    clean_title,
    is_page_number,
    split_by_site,
    split_title,
    trim_title,
)

SITE = site_names(["Example News"], "www.examplenews.co.uk")

TRIMMED = {
    "name after a bar": ("Bridge opens | Example News", "Bridge opens"),
    "name after a dash": ("Bridge opens – Example News", "Bridge opens"),
    "name in front": ("Example News: Bridge opens", "Example News: Bridge opens"),
    "name in front with a bar": ("Example News | Bridge opens", "Bridge opens"),
    "name with a word more": ("Bridge opens | The Example News Site", "Bridge opens"),
    "name written together": ("Bridge opens - ExampleNews", "Bridge opens"),
    "host": ("Bridge opens - examplenews.co.uk", "Bridge opens"),
    "section stays, nobody says that it is one": (
        "Bridge opens | City | Example News",
        "Bridge opens | City",
    ),
    "page number": ("Bridge opens | Page 2 | Example News", "Bridge opens"),
    "page number in brackets": ("Bridge opens (Page 2) - Example News", "Bridge opens"),
    "page number behind a comma": ("Brücke offen, Seite 2 | Example News", "Brücke offen"),
    "a film whose name ends as the word for a page": ("Rampage 2 | Example News", "Rampage 2"),
    "such a film in brackets": ("Review (Rampage 2) | Example News", "Review (Rampage 2)"),
    "a year in brackets": ("Bridge opens (2024) | Example News", "Bridge opens (2024)"),
    "a number behind a comma": ("Bridge opens, part 2 | Example News", "Bridge opens, part 2"),
    "an ornament": ("▷ Bridge opens | Example News", "Bridge opens"),
    "page number in German": ("Brücke offen - Seite 2", "Brücke offen"),
    "page number in Chinese": ("大桥通车 | 第2页", "大桥通车"),
    "the sign of a heading": ("## Bridge opens | Example News", "Bridge opens"),
    "a hashtag": ("#Bridges open | Example News", "#Bridges open"),
    "only the name": ("Example News", "Example News"),
    "hyphen inside a word": ("Anti-bridge vote", "Anti-bridge vote"),
    "dash in a headline": ("Bridge opens – after two years", "Bridge opens – after two years"),
    "entities, escaped twice": ("Q&amp;amp;A | Example News", "Q&A"),
    "full-width bar": ("大桥通车｜Example News", "大桥通车"),
    "site in guillemets with blanks": ("Bridge opens « Example News »", "Bridge opens"),
    "a quotation with blanks": (
        "Le pont « rouvre enfin » lundi | Example News",
        "Le pont « rouvre enfin » lundi",
    ),
    "underscore": ("大桥通车_Example News", "大桥通车"),
    "steps with closing brackets between them": ("Example News 〉大橋通車", "大橋通車"),
    "a closing bracket in front": ("》大橋通車", "大橋通車"),
}


@pytest.mark.parametrize(("raw", "title"), TRIMMED.values(), ids=TRIMMED.keys())
def test_trim(raw, title):
    assert trim_title(raw, SITE) == title


@pytest.mark.parametrize(
    ("host", "part"),
    [
        ("harbourpost.example", "Harbour Post"),
        ("harbourpost.example", "Harbour"),
        ("post.example", "Post News"),
        ("post.example", "The Post"),
        ("tdhp.example", "The Daily Harbour Post"),
        ("theharbourpost.example", "Harbour Post"),
    ],
)
def test_a_part_of_which_the_host_is_made_is_the_site(host, part):
    assert trim_title(f"Bridge opens | {part}", site_names([], host)) == "Bridge opens"


@pytest.mark.parametrize("name", ["www.harbourpost.example", "Harbour-Post.example"])
def test_a_site_that_is_called_by_its_host_is_known_by_the_words_of_that(name):
    assert trim_title("Harbour Post - Bridge opens", site_names([name], "")) == "Bridge opens"


@pytest.mark.parametrize(
    ("host", "part"),
    [("harbourpost.example", "Post"), ("post.example", "The Harbour Town Post"), ("tdh.example", "The Day")],
)
def test_a_part_that_the_host_only_resembles_stays(host, part):
    assert trim_title(f"Bridge opens | {part}", site_names([], host)) == f"Bridge opens | {part}"


@pytest.mark.parametrize(
    ("part", "host"),
    [
        ("ΤΑ ΔΕΛΤΙΑ", "tadeltia.gr"),
        ("Η Γέφυρα", "www.igefyra.gr"),
        ("Bahía Ejemplo", "www.bahia-ejemplo.es"),
        ("Вечерняя гавань", "vechernyaya-gavan.ru"),
        ("Известник", "izvestnik.bg"),
    ],
)
def test_a_site_whose_host_is_its_name_in_other_letters(part, host):
    assert trim_title(f"{part} - Bridge opens", site_names([], host)) == "Bridge opens"


@pytest.mark.parametrize(("part", "host"), [("Мост", "most-recent.example"), ("Река", "gavan.ru")])
def test_no_site_by_a_host_in_other_letters(part, host):
    assert trim_title(f"Bridge opens - {part}", site_names([], host)) == f"Bridge opens - {part}"


@pytest.mark.parametrize(
    ("raw", "title"),
    [("Q&amp;amp;A", "Q&A"), (" Bridge\n opens | ", "Bridge opens"), ("橋\u3000開通", "橋\u3000開通")],
)
def test_a_title_is_cleaned(raw, title):
    assert clean_title(raw) == title


def test_a_sentence_behind_a_comma_is_no_page_number():
    assert trim_title("Bridge opens, the next page 2", SITE) == "Bridge opens, the next page 2"


@pytest.mark.parametrize(
    "part",
    ["Page 2", "page 12", "Seite 2 von 3", "Página 2", "стр. 2", "страницы 2", "الصفحة 2", "第 2 页", "(2)"],
)
def test_page_number(part):
    assert is_page_number(part)


@pytest.mark.parametrize(
    "part", ["Windows 11", "Part 2", "2024", "Page", "Top 10", "2/5", "Rampage 2", "Offside 2", "Стройка 3"]
)
def test_no_page_number(part):
    assert not is_page_number(part)


def test_a_pair_of_guillemets_around_the_site_parts_a_title():
    assert split_by_site("Bridge opens « Example News » Archive", SITE).parts == (
        "Bridge opens",
        "Example News",
        "Archive",
    )
    quoted = "Le maire « Une colère froide » lundi"
    assert split_by_site(quoted, SITE).parts == (quoted,)


@pytest.mark.parametrize(
    ("raw", "sign"),
    [
        ("大桥两年后通车-示例网", "-"),
        ("老人说“大桥真美”-示例网", "-"),
        ("다리가 다시 열렸다-예시일보", "-"),
        ("大桥两年后通车(图)--城市--示例网", "--"),
        ("大桥两年后通车――示例网", "――"),
    ],
)
def test_east_asian_titles_are_parted_at_hyphens_without_spaces(raw, sign):
    assert split_title(raw).parts == tuple(raw.split(sign))


def test_a_dash_in_a_chinese_headline_parts_nothing():
    assert split_title("大桥——海港的新门户").parts == ("大桥——海港的新门户",)


@pytest.mark.parametrize("sign", ["_", ":", "-", " -", ">", "«", " "])
def test_a_megabyte_of_separators_is_read_in_linear_time(sign):
    assert split_title(f"a{sign * 1_000_000}a").parts


@given(st.text(alphabet="ab |-–:•Examplenws ", max_size=60))
def test_the_title_is_a_part_of_the_raw_string(raw):
    assert trim_title(raw, SITE) in " ".join(raw.split())


@given(st.text(max_size=200))
def test_a_title_of_any_text_is_a_text(raw):
    assert isinstance(trim_title(raw, SITE), str)


@given(st.text(alphabet="ab1-–—― |:/~>_»·\u3000\t\n你好가ー－", max_size=30))
def test_a_title_is_parted_where_the_pattern_for_separators_finds_them(raw):
    is_east = ("-" in raw or "–" in raw or "――" in raw) and max(raw) >= "\u3040"
    parts, at = [], 0
    for match in (_EAST_SEPARATOR if is_east else _SEPARATOR).finditer(without_quoting(raw)):
        if at < match.start() and match.end() < len(raw):
            parts.append(raw[at : match.start()])
            at = match.end()
    assert split_title(raw).parts == (*parts, raw[at:])


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("Ελένη: «Δεν χρωστάει σε κανέναν»", "Ελένη: «Δεν χρωστάει σε κανέναν»"),
        ("« Une colère froide », dit le préfet", "« Une colère froide », dit le préfet"),
        ("Der Minister sagt »nein«", "Der Minister sagt »nein«"),
        ("Read more »", "Read more"),
        ("» Bridge opens", "Bridge opens"),
        ("«Bridge opens»", "«Bridge opens»"),
        ("«Old house» and «New house»", "«Old house» and «New house»"),
    ],
)
def test_a_guillemet_at_the_end_stays_where_the_other_one_is_inside(raw, title):
    assert clean_title(raw) == title


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("Завод «Заря» работает - Вести", ("Завод «Заря» работает", "Вести")),
        ("Театр «Старый дом» | Афиша", ("Театр «Старый дом»", "Афиша")),
        ("Le maire : « Non au pont » | Gazette", ("Le maire", "« Non au pont »", "Gazette")),
        ("Die »Glocke« läutet | Bote", ("Die »Glocke« läutet", "Bote")),
        ("Lehti »Aamu» kertoo » Sanomat", ("Lehti »Aamu» kertoo", "Sanomat")),
        ("Об «Улице «Мира»» | Афиша", ("Об «Улице «Мира»»", "Афиша")),
        ("Η «Αυγή» του χωριού » Νέα", ("Η «Αυγή» του χωριού", "Νέα")),
        ("خبر «صبح» جدید | روزنامه", ("خبر «صبح» جدید", "روزنامه")),
        ("Home » News » Bridge opens", ("Home", "News", "Bridge opens")),
        ("Bridge opens « Herald", ("Bridge opens", "Herald")),
    ],
)
def test_a_guillemet_of_a_quotation_parts_nothing(raw, parts):
    assert split_title(raw).parts == parts


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("Scope in std::thread - Rust", ("Scope in std::thread", "Rust")),
        ("News :: Bridge opens:: Herald", ("News", "Bridge opens", "Herald")),
        ("Module read_next_line - Docs", ("Module read_next_line", "Docs")),
        ("package.__init__ - Docs", ("package.__init__", "Docs")),
        ("Bridge opens _ Herald", ("Bridge opens", "Herald")),
        ("大桥通车_本地新闻_例报网", ("大桥通车", "本地新闻", "例报网")),
        ("大桥通车_Herald", ("大桥通车", "Herald")),
    ],
)
def test_two_colons_and_a_low_line_part_no_names_in_code(raw, parts):
    assert split_title(raw).parts == parts
