import pytest

from articlex.page import Form
from articlex.read import read_page
from articlex.read.sniff import sniff_form

TUTORIAL = """\
How to write your first page

Every page begins with a doctype. Open your editor and type this:

<!DOCTYPE html>
<html>
<head><title>My page</title></head>
<body>
<p>Hello <b>world</b></p>
</body>
</html>

Save the file and open it in a browser. The <p> tag makes a paragraph, the <b> tag makes text bold,
and a browser shows nothing of what stands between <head> and </head> but the title in its own bar.

Next time we will look at lists, which are made with <ul> and <li>, and at what happens without them.
"""

README = """\
<h1 align=center>Ferry</h1>

Tells when the next boat leaves, in the <b>terminal</b>, without a network, for all islands of the bay, from
the time tables that the harbour office prints twice a year and that nobody has ever found when it rained.

## Use

- `ferry` for the <kbd>next</kbd> boat
- `ferry home` for the last one
"""


@pytest.mark.parametrize(
    "source",
    [
        "<!DOCTYPE html><title>x</title><p>Hello",
        "  \n<html lang=en>\n<body>Hello",
        "<p>Hello</p>",
        "<p>Hello <b>world</b></p>\n<p>again</p>\n",
        "<custom-element data-x='1'><span>Hello</span></custom-element>",
        "Hello <b>world</b>, <a href='/x'>read</a> <i>this</i><br>",
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">x',
        "<!-- " + "licence text " * 5000 + "-->\n" + " " * 5000 + "<!doctype html><p>Hello",
        "<script>" + "var x = 1; " * 9000 + "</script><p>Hello</p>",
        "<META charset=utf-8>\n<html>\n<head><script>" + "var x = 1; " * 900,
        "<!-- a site -->\n<link rel=x href=y>\n<math><mi>x</mi></math> is the count, " + "rain " * 500,
        "<rss version='2.0'><channel><title>x</title></channel></rss>",
        "<title>Rain</title><h1>Rain</h1>" + "It rained on the city for days. " * 50 + "<P>It rained on.",
        "<h1>Rain</h1><p class=date>December 2014</p>" + "<p>It rained on the city for days. " * 50,
        "<p>It rained on the <i>city</i> for <b>days</b>, nobody left.\n<P class=x>Then it snowed.",
        "It rained on the city for days.\n<p>\nThen it snowed on it, and all went out.\n<p>\nNobody came.",
        "It rained.<br>Then it snowed on the city for days, and all went out.<br><br>Nobody came home.",
    ],
    ids=lambda source: source[:20],
)
def test_html(source):
    assert sniff_form(source) is Form.HTML


@pytest.mark.parametrize(
    "source",
    [
        "",
        "   \n",
        "Hello world",
        TUTORIAL,
        "<video>: The Video Embed element - HTML\n\nThe <video> element embeds a player.\n",
        README,
        "<p>: The Paragraph element\n\nThe <p> element is a paragraph.\n<p>Hello\n<p>World\n",
        "Paragraphs\n\n<p>Hello</p>\n<p>World</p>\n\nis how two paragraphs are written in a page.\n",
        "<html>: The root element\n\nThe <html> element is the root of a document.\n",
        "<base>\n<link>\n<meta>\n<style>\n<title>\n\nare elements of the head." + " No more are." * 20,
        "<meta name=x>: the name of a fact\n\nThe <meta> element states a fact." + " It is empty." * 20,
        "3 < 5 and 7 > 6, so a<b and c>d.\n" * 20,
        "&lt;p&gt;Hello&lt;/p&gt; is how a paragraph is written.\n",
        "<< Back | Next >>\n\nA text about nothing.\n",
        '{"html": "<p>Hello</p><p>world</p>"}',
        "<anna@example.org> wrote on Monday:\n\n> Hello\n",
        "date 2018-01-02 English\n中文\n日本語\n",
    ],
    ids=lambda source: source[:20] or "empty",
)
def test_text(source):
    assert sniff_form(source) is Form.TEXT


def test_the_form_can_be_overridden():
    assert read_page("<p>Hello</p>", form="text").form is Form.TEXT
    assert read_page("Hello", form="html").form is Form.HTML


def test_a_million_opening_angle_brackets():
    assert sniff_form("<" * 1_000_000) is Form.TEXT
    assert sniff_form("<!--" * 250_000) is Form.TEXT
