"""The order of day and month in figures, by other dates of the page."""

from articlex import extract

TEXT = "<p>Бригады заменят участок трубы длиной сорок метров, и вода вернётся в дома к утру среды.</p>" * 6
PAGE = """<html lang="ru"><head><title>Новости - Портал</title></head><body><h3>Воду отключат на сутки</h3>
<span class="news-date-time">{day}</span>{text}<p>{other}</p></body></html>"""


def published(day: str, other: str) -> str | None:
    return extract(PAGE.format(day=day, other=other, text=TEXT), form="html").date_published


def test_a_number_to_call_says_nothing_of_days_with_other_signs():
    assert published("05.08.2013", "Звоните диспетчеру: 2-14-07, круглосуточно.") == "2013-08-05"


def test_another_date_with_the_same_signs_does():
    assert published("05.08.2013", "Обновлено 08.14.2013") == "2013-05-08"
