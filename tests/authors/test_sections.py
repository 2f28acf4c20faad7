"""Sections beside a day or above a headline: nobody's names."""

from articlex import extract

TEXT = (
    "The bridge over the river opened on Monday, two years after the old one had been closed to traffic.\n\n"
    "Nobody in the town had expected that so many people would come to see the first tram cross it.\n\n"
    "The trams had been waiting on the other side since Friday, and all the drivers wanted to be the first.\n"
)
MENU = "HABER\n\nGüncel\n\nPolitika\n\nDünya\n\nEkonomi\n\nSpor\n\nSeçim\n\nHaberler\n\nHABER\n\n"


def test_a_section_of_the_menu_above_the_headline():
    page = f"{MENU}Güncel\n\nKöprü iki yıl sonra açıldı\n\n30.11.2020 18:14\n\n{TEXT}"
    assert extract(page, form="text").authors == ()


def test_a_section_that_the_menu_has_in_capitals():
    menu = MENU.replace("Güncel", "EL DEPORTE")
    page = f"{menu}El Deporte martes, 22 de diciembre de 2020\n\nLos grandes de la liga\n\n{TEXT}"
    assert extract(page, form="text").authors == ()


def test_a_company_that_signs_below_the_headline_by_the_name_in_its_menu():
    page = f"Supermove\n\nProducts\n\n{MENU}Bridge opens after two years\n\nSupermove\n\n6 May 2024\n\n{TEXT}"
    assert extract(page, form="text").authors == ("Supermove",)
