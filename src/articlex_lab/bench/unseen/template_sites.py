"""Sites that generators build of our own posts: writing the sources, and building them.

A site is a folder with the built pages in ``public``. The page of a post has its name.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articlex_lab.repository import FIXTURES

SITE, AUTHOR = "Harbour Notes", "Nora Example"
#: The address of every site.
ADDRESS = "https://harbour.example"
#: The author of posts whose golden page names nobody.
POSTER = "Mira Sample"
#: All posts were changed on this day, after their own: generators print both.
_CHANGED = "2025-12-01"
_FILED = "tags: [tools, life]\ncategories: [Notes]"
_PICTURE = "!["


@dataclass(frozen=True, slots=True)
class Post:
    """The text of a golden page, as Markdown without headline and pictures."""

    name: str
    title: str
    author: str
    day: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Site:
    """A theme of a generator, and the language of the words that it prints itself."""

    generator: str
    theme: str
    language: str = "en"

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"{self.generator}-{self.theme}-{self.language}"


def described() -> dict[str, Any]:
    """The TOML file: under "posts" their names, under the name of each generator its packages and themes."""
    return tomllib.loads(Path(__file__).with_name("templates.toml").read_text("utf-8"))


def posts() -> list[Post]:
    """The posts, each with an author and a day."""
    found = []
    for number, name in enumerate(described()["posts"]):
        page = json.loads((FIXTURES / "pages" / name / "expected.json").read_text("utf-8"))
        lines = page["markdown"].split("\n")
        kept = [line for line in lines if not line.startswith("# ") and _PICTURE not in line]
        day = f"20{18 + number % 7}-{1 + number % 12:02d}-{3 + number % 25:02d}"
        author = (page["authors"] or [POSTER])[0]
        found.append(Post(name, page["title"], author, day, "\n".join(kept).strip() + "\n"))
    return found


def sites() -> list[Site]:
    """All themes of all generators, in all languages."""
    generators = {name: entry for name, entry in described().items() if name in WRITERS}
    return [
        Site(name, theme, language)
        for name, entry in generators.items()
        for theme in entry["themes"]
        for language in entry.get("languages", ["en"])
    ]


def build(site: Site, folder: Path, node: Path | None) -> None:
    """Write the sources of a site into ``folder``, run its generator, and remove the folders of sources.

    ``node`` has a folder for each generator of npm, in which its packages are installed. Raises
    FileNotFoundError if the generator is not installed, CalledProcessError if it fails.
    """
    root = folder / site.name
    root.mkdir(parents=True)
    command = WRITERS[site.generator](site, root, posts())
    installed = node and node / site.generator
    if installed and installed.exists():
        packages = json.loads((installed / "package.json").read_text("utf-8"))["dependencies"]
        _write(root / "package.json", json.dumps({"dependencies": packages, "hexo": {"version": "8"}}))
        (root / "node_modules").symlink_to(installed.resolve() / "node_modules")
    try:
        subprocess.run(command, cwd=root, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        shutil.rmtree(root)
        raise
    for path in root.iterdir():
        if path.is_dir() and not path.is_symlink() and path.name != "public":
            shutil.rmtree(path)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _hexo(site: Site, root: Path, written: Sequence[Post]) -> list[str]:
    _write(
        root / "_config.yml",
        f"title: {SITE}\nauthor: {AUTHOR}\nlanguage: {site.language}\ntimezone: UTC\ntheme: {site.theme}\n"
        f"url: {ADDRESS}\npermalink: :year/:month/:day/:title/\n",
    )
    for post in written:
        author = json.dumps(post.author, ensure_ascii=False)
        text = _with_front(post, f"author: {author}\nupdated: {_CHANGED} 10:00:00\n{_FILED}")
        _write(root / "source" / "_posts" / f"{post.name}.md", text)
    return ["npx", "hexo", "generate"]


def _mkdocs(site: Site, root: Path, written: Sequence[Post]) -> list[str]:
    _write(
        root / "mkdocs.yml",
        f"site_name: {SITE}\nsite_author: {AUTHOR}\nsite_url: {ADDRESS}/\ntheme: {{name: {site.theme}}}\n",
    )
    _write(root / "docs" / "index.md", f"# {SITE}\n")
    for post in written:
        _write(root / "docs" / f"{post.name}.md", f"# {post.title}\n\n{post.markdown}")
    return ["mkdocs", "build", "--quiet", "--site-dir", "public"]


def _sphinx(site: Site, root: Path, written: Sequence[Post]) -> list[str]:
    names = "\n".join(post.name for post in written)
    _write(
        root / "source" / "conf.py",
        f"project = {SITE!r}\nauthor = {AUTHOR!r}\ncopyright = '2025, {AUTHOR}'\n"
        f"extensions = ['myst_parser']\nhtml_theme = {site.theme!r}\n",
    )
    _write(root / "source" / "index.md", f"# {SITE}\n\n```{{toctree}}\n{names}\n```\n")
    for post in written:
        _write(root / "source" / f"{post.name}.md", f"# {post.title}\n\n{post.markdown}")
    return ["sphinx-build", "-q", "-b", "html", "source", "public"]


def _pelican(site: Site, root: Path, written: Sequence[Post]) -> list[str]:
    _write(
        root / "pelicanconf.py",
        f"AUTHOR = {AUTHOR!r}\nSITENAME = {SITE!r}\nSITEURL = {ADDRESS!r}\nPATH = 'content'\n"
        f"TIMEZONE = 'UTC'\nDEFAULT_LANG = 'en'\nTHEME = {site.theme!r}\n",
    )
    for post in written:
        head = f"Title: {post.title}\nAuthors: {post.author}\nDate: {post.day} 08:10\nModified: {_CHANGED}"
        text = f"{head}\nCategory: Notes\nTags: tools, life\nSlug: {post.name}\n\n{post.markdown}"
        _write(root / "content" / f"{post.name}.md", text)
    return ["pelican", "content", "--output", "public", "--settings", "pelicanconf.py", "--quiet"]


def _jekyll(site: Site, root: Path, written: Sequence[Post]) -> list[str]:
    _write(
        root / "_config.yml",
        f"title: {SITE}\nauthor: {AUTHOR}\nlang: {site.language}\ntheme: {site.theme}\n"
        f"url: {ADDRESS}\nplugins: [jekyll-feed, jekyll-seo-tag]\n",
    )
    for post in written:
        stated = f"layout: post\nauthor: {post.author}\nlast_modified_at: {_CHANGED}"
        _write(root / "_drafts" / f"{post.name}.md", _with_front(post, f"{stated}\n{_FILED}"))
    return ["jekyll", "build", "--drafts", "--quiet", "--destination", "public"]


def _nikola(site: Site, root: Path, written: Sequence[Post]) -> list[str]:
    _write(
        root / "conf.py",
        f"BLOG_AUTHOR = {AUTHOR!r}\nBLOG_TITLE = {SITE!r}\nSITE_URL = '{ADDRESS}/'\n"
        "BLOG_EMAIL = 'nora@harbour.example'\nBLOG_DESCRIPTION = 'Notes'\nTIMEZONE = 'UTC'\n"
        f"DEFAULT_LANG = {site.language!r}\nTHEME = {site.theme!r}\nOUTPUT_FOLDER = 'public'\n"
        "POSTS = (('posts/*.md', 'posts', 'post.tmpl'),)\nCOMPILERS = {'markdown': ['.md']}\n"
        "SHOW_SOURCELINK = True\nPRETTY_URLS = True\n",
    )
    for post in written:
        head = f".. title: {post.title}\n.. slug: {post.name}\n.. author: {post.author}\n"
        days = f".. date: {post.day} 08:10:00\n.. updated: {_CHANGED} 10:00:00"
        text = f"<!--\n{head}{days}\n.. tags: tools, life\n.. category: Notes\n-->\n\n{post.markdown}"
        _write(root / "posts" / f"{post.name}.md", text)
    return ["nikola", "build", "--quiet"]


def _vitepress(site: Site, root: Path, written: Sequence[Post]) -> list[str]:
    links = [{"text": post.title, "link": f"/{post.name}"} for post in written]
    options = {
        "title": SITE,
        "lang": site.language,
        "outDir": "public",
        "lastUpdated": True,
        "themeConfig": {"sidebar": links, "editLink": {"pattern": f"{ADDRESS}/edit/:path"}},
    }
    _write(root / ".vitepress" / "config.mjs", f"export default {json.dumps(options)}\n")
    for post in written:
        text = f"---\nlastUpdated: {_CHANGED}\n---\n# {post.title}\n\n{post.markdown}"
        _write(root / f"{post.name}.md", text)
    return ["npx", "vitepress", "build"]


def _docusaurus(site: Site, root: Path, written: Sequence[Post]) -> list[str]:
    parts: dict[str, Any] = {"docs": False, "blog": False, "theme": {}}
    parts[site.theme] = {
        "routeBasePath": "/",
        "editUrl": f"{ADDRESS}/edit/",
        "showLastUpdateTime": True,
        "showLastUpdateAuthor": True,
        **({"onUntruncatedBlogPosts": "ignore"} if site.theme == "blog" else {}),
    }
    options = {
        "title": SITE,
        "url": ADDRESS,
        "baseUrl": "/",
        "i18n": {"defaultLocale": site.language, "locales": [site.language]},
        "markdown": {"format": "md"},
        "onBrokenLinks": "ignore",
        "presets": [["classic", parts]],
        "themeConfig": {"navbar": {"title": SITE}, "footer": {"copyright": f"© 2025 {AUTHOR}"}},
    }
    _write(root / "docusaurus.config.mjs", f"export default {json.dumps(options)}\n")
    for post in written:
        author = json.dumps({"name": post.author}, ensure_ascii=False)
        changed = json.dumps({"date": _CHANGED, "author": AUTHOR})
        stated = f"slug: /{post.name}\nauthors: [{author}]\nlast_update: {changed}\ntags: [tools, life]"
        _write(root / site.theme / f"{post.name}.md", _with_front(post, stated))
    return ["npx", "docusaurus", "build", "--out-dir", "public"]


def _starlight(site: Site, root: Path, written: Sequence[Post]) -> list[str]:
    options = {
        "title": SITE,
        "locales": {"root": {"label": site.language, "lang": site.language}},
        "lastUpdated": True,
        "editLink": {"baseUrl": f"{ADDRESS}/edit/"},
    }
    _write(
        root / "astro.config.mjs",
        f'import starlight from "@astrojs/starlight"\nexport default {{site: "{ADDRESS}", '
        f'outDir: "public", publicDir: "static", integrations: [starlight({json.dumps(options)})]}}\n',
    )
    _write(
        root / "src" / "content.config.mjs",
        'import { defineCollection } from "astro:content"\n'
        'import { docsLoader } from "@astrojs/starlight/loaders"\n'
        'import { docsSchema } from "@astrojs/starlight/schema"\n'
        "const docs = defineCollection({ loader: docsLoader(), schema: docsSchema() })\n"
        "export const collections = { docs }\n",
    )
    for post in written:
        text = _with_front(post, f"lastUpdated: {_CHANGED}")
        _write(root / "src" / "content" / "docs" / f"{post.name}.md", text)
    return ["npx", "astro", "build"]


def _honkit(site: Site, root: Path, written: Sequence[Post]) -> list[str]:
    chapters = "".join(f"* [{post.title}]({post.name}.md)\n" for post in written)
    book = {"title": SITE, "author": AUTHOR, "language": site.language}
    _write(root / "book.json", json.dumps(book))
    _write(root / "README.md", f"# {SITE}\n")
    _write(root / "SUMMARY.md", f"# Summary\n\n{chapters}")
    for post in written:
        _write(root / f"{post.name}.md", f"# {post.title}\n\n{post.markdown}")
    return ["npx", "honkit", "build", ".", "public"]


def _with_front(post: Post, stated: str) -> str:
    """The post below front matter with its title, its day and the lines of ``stated``."""
    title = json.dumps(post.title, ensure_ascii=False)
    return f"---\ntitle: {title}\ndate: {post.day} 08:10:00\n{stated}\n---\n{post.markdown}"


#: By generator: writes the sources of a site into a folder and returns the command that builds it.
WRITERS: dict[str, Callable[[Site, Path, Sequence[Post]], list[str]]] = {
    "hexo": _hexo,
    "mkdocs": _mkdocs,
    "sphinx": _sphinx,
    "pelican": _pelican,
    "jekyll": _jekyll,
    "nikola": _nikola,
    "vitepress": _vitepress,
    "docusaurus": _docusaurus,
    "starlight": _starlight,
    "honkit": _honkit,
}
