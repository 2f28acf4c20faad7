"""The title that a crawler states above a page that it has made into text."""

import articlex

HEAD = "Title: {title}\n\nURL Source: https://quaycourier.example/news/ferry\n\n{more}Markdown Content:\n"
MENU = "*   [News](https://quaycourier.example/news)\n*   [Sport](https://quaycourier.example/sport)\n\n"
BODY = (
    "The night ferry that has crossed the mouth of the Calder since 1911 will go on running after residents "
    "voted by two to one for a small tax to pay for it, the council said on Monday.\n\n"
    "The operator said in spring that the four crossings between ten in the evening and four in the morning "
    "lost a hundred thousand pounds a year, and that it would end them.\n\n"
    "Under the plan each household pays a pound a month, and the eleven pubs along the front add "
    "a penny to every pasty that they sell after dark.\n"
)


def page(title, headline="", more=""):
    return articlex.extract(HEAD.format(title=title, more=more) + MENU + headline + BODY)


def test_the_line_that_prints_a_stated_title_is_the_headline():
    article = page("Harbour town keeps its ferry | The Courier", "Harbour town keeps its ferry\n\n")
    assert article.title == "Harbour town keeps its ferry"
    assert articlex.Role.TITLE in {mark.role for mark in article.page.marks}


def test_a_stated_title_that_no_line_prints_is_the_title_without_the_name_of_the_site():
    assert page("Harbour town keeps its ferry | Quay Courier").title == "Harbour town keeps its ferry"
    assert page("山村老邮差退休 三十年走了二十万公里_晨报网").title == "山村老邮差退休 三十年走了二十万公里"
    assert page("Harbour town keeps its ferry").title == "Harbour town keeps its ferry"


def test_the_stated_address_is_the_page_s_unless_the_caller_knows_better():
    assert page("A ferry").url == "https://quaycourier.example/news/ferry"
    text = HEAD.format(title="A ferry", more="") + BODY
    assert articlex.extract(text, url="https://other.example/").url == "https://other.example/"


def test_an_address_alone_above_the_title_of_the_window_is_the_page_s():
    window = "Harbour town keeps its ferry | Quay Courier\n\nQuay Courier\n\nHarbour town keeps its ferry\n\n"
    article = articlex.extract("URL: https://quaycourier.example/ferry\n\n" + window + BODY)
    assert article.url == "https://quaycourier.example/ferry"
    assert article.title == "Harbour town keeps its ferry"


def test_the_stated_day_stays_a_day_of_the_page():
    article = page("A ferry", more="Published Time: 2023-11-06T07:15:00+00:00\n\n")
    assert article.date_published == "2023-11-06T07:15:00+00:00"


def test_lines_with_a_label_that_no_line_ends_are_text_the_title_without_its_label():
    article = articlex.extract("Title: The lost ferry\n\nURL: https://a.example/\n\n" + BODY)
    assert article.url is None
    assert article.title == article.page.blocks[0].text == "The lost ferry"
    assert article.page.blocks[1].text == "URL: https://a.example/"


def test_a_label_that_comes_back_is_that_of_a_list():
    works = "Title: The lost ferry\nAuthor: Ada Brandt\n\nTitle: The pier\nAuthor: Cy Model\n\n"
    assert articlex.extract(works + BODY).page.blocks[0].text == "Title: The lost ferry"


def test_a_browser_states_title_and_address_at_the_edges_of_its_sheets():
    head, foot = (
        "12/03/2024, 09:41    Harbour town keeps its ferry - Quay Courier",
        "https://courier.example/12",
    )
    sheets = [
        f"{head}\n\n{piece}\n\n{foot}    {number}/3\n" for number, piece in enumerate(BODY.split("\n\n"), 1)
    ]
    article = articlex.extract("\f".join(sheets))
    assert article.title == "Harbour town keeps its ferry"
    assert article.url == "https://courier.example/12"


def test_a_running_head_says_which_of_the_lines_at_the_top_is_the_title():
    foot = "Aune           Informational         [Page {}]\n\n"
    head = "RFC 9981       The Night Ferry       March 2025\n\n"
    pieces = BODY.split("\n\n")
    text = f"              The Night Ferry\n\nStatus\n\n   {pieces[0]}{15 * chr(10)}{foot.format(1)}{head}"
    article = articlex.extract(f"{text}   {pieces[1]}{15 * chr(10)}{foot.format(2)}")
    assert article.title == "The Night Ferry"


def test_the_last_step_of_a_path_in_the_first_line_is_the_headline():
    lines = "Edit\nPreferences\nHome\nAbout\n"
    article = articlex.extract("Quay Courier/ posts/ Night ferry stays\n" + lines + BODY, form="text")
    assert article.title == "Night ferry stays"
    article = articlex.extract("Night ferry stays/ and runs\n" + lines + BODY, form="text")
    assert article.title != "and runs"
