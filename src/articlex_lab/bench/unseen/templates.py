"""Scores on our own posts, set by the themes of site generators that no model was fitted on.

    (cd NODE/GENERATOR && npm init --yes && npm install PACKAGES)   # hexo, vitepress, docusaurus, …
    pip install PACKAGES                                            # mkdocs, sphinx, pelican, nikola
    apt-get install PACKAGES                                        # jekyll
    python -m articlex_lab.bench.unseen.templates FOLDER [--node NODE] [--pages 9] [--form html|text]
        [--peers] [--worst 3]

``templates.toml`` names the packages, the themes and the posts: texts of the golden pages in some twenty
languages. With ``--node``, sites that are not in FOLDER yet are built first. Gold is the text of the post,
and its title, author and day where the theme prints them. Prints for each theme the mean precision, recall
and word F1, the shares of right titles, authors and days, and the F1 of the peers in the same run; then the
same for all themes of each generator together.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from subprocess import CalledProcessError
from typing import NamedTuple

from articlex_lab.bench.unseen.agreement import (
    Result,
    answers,
    command_line,
    engines_of,
    in_form,
    table,
    together,
)
from articlex_lab.bench.unseen.template_sites import ADDRESS, AUTHOR, Post, Site, build, posts, sites
from articlex_lab.command import run_command
from articlex_lab.corpora.flatteners import lines
from articlex_lab.peers.engines import Engine, Output, Source


class Page(NamedTuple):
    """A page of a site, and the post that is its text."""

    path: Path
    post: Post


def pages(site: Site, folder: Path, count: int) -> list[Page]:
    """The pages of up to ``count`` posts of a site, taken at even distances: always the same ones."""
    found = {path.stem if path.stem != "index" else path.parent.name: path for path in _files(site, folder)}
    every = [Page(found[post.name], post) for post in posts() if post.name in found]
    return every[:: max(1, -(-len(every) // count))]


def _files(site: Site, folder: Path) -> Iterator[Path]:
    return (path for path in sorted((folder / site.name / "public").rglob("*.html")) if path.stat().st_size)


def gold_text(post: Post) -> str:
    """The text of a post, without the signs of Markdown."""
    from markdown_it import MarkdownIt

    return lines(MarkdownIt("commonmark").enable("table").render(post.markdown).encode())


def _prints(text: str, value: str) -> bool:
    return " ".join(value.split()) in " ".join(text.split())


def _is_title(post: Post, text: str, output: Output) -> bool | None:
    if not _prints(text, post.title):
        return None
    return " ".join((output.title or "").split()) == " ".join(post.title.split())


def _is_author(post: Post, text: str, output: Output) -> bool | None:
    """Some themes print the author of the site beside that of the post; either is right."""
    return output.authors in [(post.author,), (AUTHOR,)] if _prints(text, post.author) else None


def _is_day(post: Post, text: str, output: Output) -> bool | None:
    return (output.date or "")[:10] == post.day if post.day in text else None


#: What a page may print beside its text: whether an output has it right, None where it does not print it.
FIELDS: dict[str, Callable[[Post, str, Output], bool | None]] = {
    "title": _is_title,
    "author": _is_author,
    "day": _is_day,
}


def measure(site: Site, folder: Path, count: int, form: str, engines: Sequence[Engine]) -> Result:
    """The result of ``engines`` on up to ``count`` pages in ``form``, "html" or "text"."""
    result = Result()
    for number, page in enumerate(pages(site, folder, count)):
        source = page.path.read_bytes()
        address = f"{ADDRESS}/{page.path.relative_to(folder / site.name / 'public').as_posix()}"
        given = Source(in_form(source, form, number), None if form == "text" else address)
        outputs, text = answers(engines, given), lines(source)
        right = {field: is_right(page.post, text, outputs[0]) for field, is_right in FIELDS.items()}
        result.add(page.path, gold_text(page.post), outputs, right)
    return result


def main() -> None:
    """Build the sites that are missing, and print the table and the worst pages of each."""
    parser = command_line(__doc__ or "", "site", 99)
    parser.add_argument(
        "--node", type=Path, help="has a folder for each generator of npm; builds the sites that are missing"
    )
    options = parser.parse_args()
    for site in sites():
        if options.node and not (options.folder / site.name).exists():
            try:
                build(site, options.folder, options.node)
            except CalledProcessError as error:
                sys.stderr.write(f"{site.name}: {error.stderr.decode(errors='replace').strip()[-200:]}\n")
    engines = engines_of(options)
    named, by_generator = {}, defaultdict(list)
    for site in sites():
        named[site.name] = measure(site, options.folder, options.pages, options.form, engines)
        by_generator[site.generator].append(named[site.name])
    whole = {f"all of {generator}": together(results) for generator, results in by_generator.items()}
    worst = (line for result in named.values() for line in result.worst(options.worst))
    sys.stdout.write("\n".join([table(named | whole, engines, "site", list(FIELDS)), *worst]) + "\n")


if __name__ == "__main__":
    run_command(main)
