"""Posts, sites and their measure, on a site of two pages written here."""

from __future__ import annotations

import pytest

from articlex_lab.bench.unseen import template_sites, templates
from articlex_lab.bench.unseen.template_sites import Post, Site, build, posts, sites
from articlex_lab.bench.unseen.templates import FIELDS, measure, pages, together
from articlex_lab.peers.engines import Engine, Output

SITE = Site("mkdocs", "crane")
POSTS = [
    Post("grease", "On grease", "Ann Example", "2024-05-06", "The **crane** is greased each spring.\n"),
    Post("rope", "On rope", "Ann Example", "2024-05-07", "The rope is turned twice a year.\n"),
]
PAGE = "<h1>On grease</h1><p>2024-05-06</p><p>The <b>crane</b> is greased each spring.</p>"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(templates, "posts", lambda: POSTS)
    for name, text in (("grease/index", PAGE), ("rope", "<h1>Moved</h1>"), ("about", "<h1>About</h1>")):
        path = tmp_path / SITE.name / "public" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_the_author_of_the_site_is_right_beside_that_of_the_post(folder):
    page = folder / SITE.name / "public" / "rope.html"
    page.write_text("<p>Ann Example</p>", "utf-8")
    by_site = measure(SITE, folder, 9, "html", [engine(authors=("Nora Example",))])
    assert by_site.fields[1] == {"author": True}


def engine(**output):
    return Engine("stub", "", lambda source: Output(**output), frozenset(("text",)))


@pytest.mark.parametrize("post", posts(), ids=lambda post: post.name)
def test_a_post_has_a_title_and_a_text_without_headline_and_pictures(post):
    assert post.title and len(post.markdown) > 150
    assert "![" not in post.markdown and not post.markdown.startswith("# ")


def test_the_page_of_a_post_is_named_after_it_or_stands_in_a_folder_that_is(folder):
    assert [page.post.name for page in pages(SITE, folder, 9)] == ["grease", "rope"]


def test_fewer_pages_than_there_are_are_taken_at_even_distances(folder):
    assert [page.post.name for page in pages(SITE, folder, 1)] == ["grease"]


def test_the_row_of_a_site_has_its_means_and_what_its_pages_print(folder):
    stub = engine(text="The crane is greased each spring.", title="On  grease", date="2024-05-06T08:00")
    row = measure(SITE, folder, 1, "html", [stub, engine(text="crane")]).row("crane", FIELDS)
    assert row == ["crane", "1", "1.000", "1.000", "1.000", "1.00", "–", "1.00", "0.286"]


def test_what_a_page_does_not_print_is_not_asked_for(folder):
    result = measure(SITE, folder, 9, "html", [engine()])
    assert result.fields == [{"title": False, "day": False}, {}]


def test_several_sites_are_one_by_all_their_pages(folder):
    result = measure(SITE, folder, 9, "html", [engine(text="The crane is greased each spring.")])
    assert together([result, result]).row("crane") == ["crane", "4", *result.row("crane")[2:]]


@pytest.mark.parametrize(
    "site", {site.generator: site for site in sites()}.values(), ids=lambda site: site.name
)
def test_a_generator_gets_a_source_for_each_post(site, tmp_path):
    template_sites.WRITERS[site.generator](site, tmp_path, POSTS)
    assert {path.stem for path in tmp_path.rglob("*.md")} >= {"grease", "rope"}


def test_a_site_whose_generator_is_missing_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FileNotFoundError):
        build(Site("mkdocs", "crane"), tmp_path / "sites", None)
    assert list((tmp_path / "sites").iterdir()) == []
