"""Pages of templates on which nothing was fitted: posts of our own, set by the themes of site generators.

    (cd NODE/GENERATOR && npm init --yes && npm install PACKAGES)   # hexo, vitepress, docusaurus, …
    pip install PACKAGES                                            # mkdocs, sphinx, pelican, nikola
    apt-get install PACKAGES                                        # jekyll
    python -m articlex_lab.bench.unseen.templates FOLDER [--node NODE] [--pages 9] [--form html|text]
        [--peers] [--worst 3]

``templates.toml`` names the packages, the themes and the posts: texts of the golden pages in some twenty
languages. Sites that are not yet in FOLDER are built first. Gold is the text of the post, and its title, its
author and its day where the theme prints them. Prints for each theme the means of precision, recall and word
F1, the share of right titles, authors and days, and the F1 of the peers in the same run; last those of all
themes of a generator.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from statistics import mean
from subprocess import CalledProcessError
from typing import NamedTuple

from articlex_lab.bench.unseen.template_sites import ADDRESS, AUTHOR, Post, Site, build, posts, sites
from articlex_lab.command import run_command
from articlex_lab.corpora.flatteners import FLATTENERS, flatten_source, lines
from articlex_lab.peers.engines import ARTICLEX, TEXT_PEERS, Engine, Output, Source, installed
from articlex_lab.scores.metrics import WordScore, word_score
from articlex_lab.tables import render


class Page(NamedTuple):
    """A page of a site, and the post that it sets."""

    path: Path
    post: Post


def pages(site: Site, folder: Path, count: int) -> list[Page]:
    """The pages of up to ``count`` posts of a site, always the same ones."""
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
    """Beside the author of the post some themes print that of the site, as right as the other."""
    return output.authors in [(post.author,), (AUTHOR,)] if _prints(text, post.author) else None


def _is_day(post: Post, text: str, output: Output) -> bool | None:
    return (output.date or "")[:10] == post.day if post.day in text else None


_FIELDS: dict[str, Callable[[Post, str, Output], bool | None]] = {
    "title": _is_title,
    "author": _is_author,
    "day": _is_day,
}


class Result(NamedTuple):
    """The pages of a site, what the first engine got right of each, and how all engines' texts agree."""

    pages: list[Page]
    fields: list[dict[str, bool]]
    scores: list[list[WordScore]]

    def row(self, name: str) -> list[str]:
        """The means of the first engine, and the F1 of the others."""
        own, *others = self.scores
        values = [f"{mean(getattr(score, part) for score in own):.3f}" for part in WordScore._fields]
        for field in _FIELDS:
            answers = [fields[field] for fields in self.fields if field in fields]
            values.append(f"{mean(answers):.2f}" if answers else "–")
        values += [f"{mean(score.f1 for score in scores):.3f}" for scores in others]
        return [name, str(len(self.pages)), *values]

    def worst(self, count: int) -> list[str]:
        """The pages on which the first engine agrees least, a line each."""
        ranked = sorted(
            zip(self.scores[0], self.pages, self.fields, strict=True), key=lambda entry: entry[0].f1
        )
        return [
            f"{score.f1:.2f} {score.precision:.2f} {score.recall:.2f} {page.path}"
            + "".join(f" {field}" for field, right in fields.items() if not right)
            for score, page, fields in ranked[:count]
        ]


def together(results: Sequence[Result]) -> Result:
    """The result of several sites as that of one."""
    return Result(
        [page for result in results for page in result.pages],
        [fields for result in results for fields in result.fields],
        [list(chain(*of_engine)) for of_engine in zip(*(result.scores for result in results), strict=True)],
    )


def measure(site: Site, folder: Path, count: int, form: str, engines: Sequence[Engine]) -> Result:
    """The result of ``engines`` on ``count`` pages; for "text" each flattener in turn has flattened them."""
    result = Result(pages(site, folder, count), [], [[] for _ in engines])
    for number, page in enumerate(result.pages):
        source = page.path.read_bytes()
        names = list(FLATTENERS)
        content = flatten_source(source, names[number % len(names)]) if form == "text" else source
        url = f"{ADDRESS}/{page.path.relative_to(folder / site.name / 'public').as_posix()}"
        gold, text = gold_text(page.post), lines(source)
        outputs = [engine.extract(Source(content, None if form == "text" else url)) for engine in engines]
        answers = {field: is_right(page.post, text, outputs[0]) for field, is_right in _FIELDS.items()}
        result.fields.append({field: right for field, right in answers.items() if right is not None})
        for scores, output in zip(result.scores, outputs, strict=True):
            scores.append(word_score(gold, output.text))
    return result


def main() -> None:
    """Build the sites that are missing, and print the table and the worst pages of each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--node", type=Path, help="has a folder for each generator of npm; builds what is missing"
    )
    parser.add_argument("--pages", type=int, default=99, help="of each site")
    parser.add_argument("--form", choices=("html", "text"), default="html")
    parser.add_argument("--peers", action="store_true", help="beside the peers, which read HTML alone")
    parser.add_argument("--worst", type=int, default=0, help="pages of each site to name")
    options = parser.parse_args()
    for site in sites():
        if options.node and not (options.folder / site.name).exists():
            try:
                build(site, options.folder, options.node)
            except CalledProcessError as error:
                sys.stderr.write(f"{site.name}: {error.stderr.decode(errors='replace').strip()[-200:]}\n")
    peers = installed(TEXT_PEERS) if options.peers and options.form == "html" else []
    measured = [
        (site, measure(site, options.folder, options.pages, options.form, [ARTICLEX, *peers]))
        for site in sites()
    ]
    shown = [(site, result) for site, result in measured if result.pages]
    rows = [result.row(site.name) for site, result in shown]
    for generator in dict.fromkeys(site.generator for site, _ in shown):
        of_generator = [result for site, result in shown if site.generator == generator]
        rows.append(together(of_generator).row(f"all of {generator}"))
    header = ["site", "pages", *WordScore._fields, *_FIELDS, *(peer.name for peer in peers)]
    worst = (line for _, result in shown for line in result.worst(options.worst))
    sys.stdout.write("\n".join([render(header, rows), *worst]) + "\n")


if __name__ == "__main__":
    run_command(main)
