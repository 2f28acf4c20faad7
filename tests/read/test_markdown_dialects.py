"""What dialects of Markdown have beyond that of GitHub and of our writer: notices, attributes, links between
notes, formulas in brackets, and what generators of sites set into a text."""

from __future__ import annotations

from html import escape

import pytest

from articlex import extract
from articlex.read import read_page
from articlex.read.front_matter import front_matter
from articlex.read.markdown import is_markdown, markdown_html

_MATH = '<span class="math inline">'


def shown(text: str) -> str:
    """The HTML of ``text`` below a headline, in one line."""
    made = markdown_html(f"# The crane\n\n{text}\n")
    return made.partition("</h1>")[2].removesuffix("</article></body></html>").replace("\n", "")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("> [!NOTE]\n> It *lifts*.",
         "<blockquote><p><strong>Note</strong></p><p>It <em>lifts</em>.</p></blockquote>"),
        ("> [!tip]- By hand\n> It lifts.",
         "<blockquote><p><strong>By hand</strong></p><p>It lifts.</p></blockquote>"),
        ("::: warning\nIt falls.\n:::", "<p><strong>Warning</strong></p><p>It falls.</p>"),
        (":::tip[By hand]\n\nIt lifts.\n\n:::", "<p><strong>By hand</strong></p><p>It lifts.</p>"),
        ("::: note 注意\n- 起重机\n:::", "<p><strong>注意</strong></p><ul><li>起重机</li></ul>"),
        (":::: {.columns}\n\n::: {.column}\nIt lifts.\n:::\n\n::::", "<p>It lifts.</p>"),
        ('::: {.callout-note title="By hand"}\nIt lifts.\n:::',
         "<p><strong>By hand</strong></p><p>It lifts.</p>"),
        ("```{warning} Mind\n:class: wide\nIt *falls*.\n```\n\nSo.",
         "<p><strong>Mind</strong></p><p>It <em>falls</em>.</p><p>So.</p>"),
        ("[!NOTE]\n\n:::\n\nIt ::: lifts.", "<p>[!NOTE]</p><p>:::</p><p>It ::: lifts.</p>"),
    ],
)  # fmt: skip
def test_a_notice_stands_below_its_label(text: str, wanted: str) -> None:
    assert shown(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("## The jib {#jib .wide}", "<h2>The jib</h2>"),
        ('The `jib`{.sh} and the [hook](/h){target="_blank"}.',
         '<p>The <code>jib</code> and the <a href="/h">hook</a>.</p>'),
        ("The [hook]{.x} lifts.\n{: .lead}", "<p>The hook lifts.</p>"),
        ("[TOC]\n\n(jib)=\n\nSee {ref}`jib`.", "<p></p><p></p><p>See <code>jib</code>.</p>"),
        ("``` {.python .wide}\nlift\n```", '<pre><code class="language-python">lift</code></pre>'),
        ("```{r, echo=FALSE}\nlift\n```", '<pre><code class="language-r">lift</code></pre>'),
        ("```{code-block} c\nlift\n```", '<pre><code class="language-c">lift</code></pre>'),
        ("A set {a, b}, {#1}, f(x){return} and `{.x}`.",
         "<p>A set {a, b}, {#1}, f(x){return} and <code>{.x}</code>.</p>"),
    ],
)  # fmt: skip
def test_attributes_are_for_programs(text: str, wanted: str) -> None:
    assert shown(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The [[Crane]], its [[Jib|arm]], 见[[吊机]]。", "<p>The Crane, its arm, 见吊机。</p>"),
        ("![[jib.png|200]]", '<p><img data-src="jib.png" alt=""></p>'),
        ('An a[[b]], a `[[ -f x ]]`, [[ -f x ]], a note[[1]] [["k"]].',
         "<p>An a[[b]], a <code>[[ -f x ]]</code>, [[ -f x ]], a note[[1]] [[&quot;k&quot;]].</p>"),
        ("[[a]](/b)", '<p><a href="/b">[a]</a></p>'),
    ],
)  # fmt: skip
def test_a_link_to_a_note_is_its_words(text: str, wanted: str) -> None:
    assert shown(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            r"A \(a_1\) and \[b = \frac{1}{2}\].",
            rf"<p>A {_MATH}\(a_1\)</span> and \[b = \frac{{1}}{{2}}\].</p>",
        ),
        (
            "\\begin{align}\na &= b \\\\\n\\end{align}",
            '<div class="math amsmath">\\[\\begin{align}a &amp;= b \\\\\\end{align}\\]</div>',
        ),
        (
            r"A \(remark\), \[1\], \[Update = more\], \(起重\).",
            "<p>A (remark), [1], [Update = more], (起重).</p>",
        ),
        ("$5, or 6$, US$5, 5$ and $HOME/$USER.", "<p>$5, or 6$, US$5, 5$ and $HOME/$USER.</p>"),
        (
            "The $n$th of $2\\text{ or }3$.",
            f"<p>The {_MATH}\\(n\\)</span>th of {_MATH}\\(2\\text{{ or }}3\\)</span>.</p>",
        ),
    ],
)
def test_what_is_between_brackets_with_a_backslash_may_be_a_formula(text: str, wanted: str) -> None:
    assert shown(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{% highlight sh %}\nlift *a*\n{% endhighlight %}",
         '<pre><code class="language-sh">lift *a*</code></pre>'),
        ("{{< highlight sh >}}\nlift\n{{< / highlight >}}",
         '<pre><code class="language-sh">lift</code></pre>'),
        ("{% comment %}\nno\n{% endcomment %}\n\n{% comment %}no{% endcomment %}It lifts.",
         "<p></p><p>It lifts.</p>"),
        ("{% include a.html %}{{% notice %}}It lifts.{{% /notice %}} {/* no */}", "<p>It lifts. </p>"),
        ('{{< figure src="/a.png" caption="The jib" >}}',
         '<p><figure><img data-src="/a.png" alt=""><figcaption>The jib</figcaption></figure></p>'),
        ('[a]({{ "/a" | relative_url }}) [b]({{< ref "b.md" >}}) [c]({{ site.url }}/c) [d]({% link d.md %})',
         '<p><a href="/a">a</a> <a href="b.md">b</a> <a href="/c">c</a> <a href="d.md">d</a></p>'),
        ('import {\n  Jib\n} from "./jib"\nimport "a"\nexport const a = {b: 1}\n\nIt lifts.',
         "<p></p><p>It lifts.</p>"),
        ("export is a trade, and import too.\n\n`{% x %}` {{ x }} {%",
         "<p>export is a trade, and import too.</p>"
         "<p><code>{% x %}</code> {{ x }} {%</p>"),
        ("{% highlight sh %}\nno end", "<p>no end</p>"),
    ],
)  # fmt: skip
def test_what_the_generator_of_a_site_reads_is_no_text(text: str, wanted: str) -> None:
    assert shown(text) == wanted


def test_front_matter_may_be_json() -> None:
    text = '{\n"title": "The crane", "date": "2024-05-01", "tags": ["a", "b"]\n}\n\nIt lifts.\n'
    found = front_matter(text)
    assert found and is_markdown(text)
    assert found.metas[:2] == (("og:title", "The crane"), ("article:published_time", "2024-05-01"))
    assert text[found.end :].strip() == "It lifts."
    assert read_page(text).markdown


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "a"}\n{"title": "b"}\n',
        '{"title": "a"}',
        '{"name": "a"}\n\nIt lifts.\n',
        '{"title": "a"',
        '{{ page.title }}\n\nIt lifts.\n',
        "{" * 5_000,
    ],
)  # fmt: skip
def test_other_texts_in_braces_are_no_front_matter(text: str) -> None:
    assert front_matter(text) is None


def test_notices_in_notices_end() -> None:
    assert "It lifts." in shown("```{note}\n" * 3_000) + shown("It lifts.")


@pytest.mark.parametrize(
    "text",
    [
        "The page [[Harbour]] is a stub, ![[map.png]] is its map.",
        "A page has {% if x %}, {{< figure >}} or {/* a remark */} in it.",
        "Below it stands {#id .class} or {width=3} or {: .lead} for the style.",
        "::: tip",
        "[!NOTE] is the label of an alert.",
    ],
)
def test_a_text_about_a_dialect_comes_back_from_our_own_markdown(text: str) -> None:
    html = "<article><h1>How templates are written</h1><p>{}</p><p>{}</p></article>"
    first = extract(html.format(escape(text), "This paragraph is long enough to be a text by itself. " * 5))
    assert text in first.text
    assert extract(first.markdown).text == first.text
