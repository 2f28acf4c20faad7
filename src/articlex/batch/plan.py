"""What a batch is asked to do, in one frozen record, and the checks before it begins."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from articlex.batch.codecs import FOREIGN, split_ending
from articlex.batch.member import package
from articlex.batch.names import STATE, state_beside
from articlex.batch.onefile import row_format
from articlex.batch.sources import Sources
from articlex.batch.unit import Job
from articlex.batch.worker import Limits
from articlex.errors import UsageError, reason
from articlex.placing import check_open, is_special, target_of
from articlex.write.formats import ALIASES, FORMATS, RECORDS, format_name

#: Extensions of files that are also top-level domains: a folder is often named after its site.
_DOMAINS = frozenset({".br", ".mobi", ".org", ".ps"})


@dataclass(frozen=True, slots=True)
class Target:
    """Where the output goes: a folder that mirrors the input, or one file."""

    path: Path
    kind: Literal["tree", "file"]
    #: A key of FORMATS, or "parquet".
    format: str

    @property
    def state(self) -> Path:
        """The folder of manifest, lock and temporary files: on the same disk as the output."""
        return self.path / STATE if self.kind == "tree" else self.path.parent / state_beside(self.path.name)


@dataclass(frozen=True, slots=True)
class Plan:
    """One run: ``job`` says how each page is extracted, ``jobs`` is the number of workers. ``profile`` is the
    file of the site profile."""

    sources: Sources
    target: Target
    job: Job = field(default_factory=Job)
    limits: Limits = field(default_factory=Limits)
    jobs: int = 1
    retry_failed: bool = False
    force: bool = False
    prune: bool = False
    fail_fast: bool = False
    allow_empty: bool = False
    lock_wait: float = 0.0
    report: Path | None = None
    profile: str | None = None

    @property
    def needed(self) -> list[str]:
        """The files that are read besides the pages: the list of files, the site profile."""
        return [path for path in (self.sources.files_from, self.profile) if path is not None and path != "-"]

    @property
    def report_to_check(self) -> Path | None:
        """The report, unless it goes into the output folder, which the run is about to make."""
        folder = self.target.path.absolute()
        if self.report is None or self.target.kind == "file" or os.path.exists(folder):
            return self.report
        return None if self.report.absolute().parent == folder else self.report

    @property
    def makes_folder_for_nothing(self) -> bool:
        """Whether every SOURCE is missing and the output folder too, into which no report goes."""
        is_new = self.target.kind == "tree" and not os.path.lexists(self.target.path)
        is_read = self.sources.files_from is not None or self.report != self.report_to_check
        return (
            is_new
            and not is_read
            and not any(path == "-" or os.path.lexists(path) for path in self.sources.paths)
        )


def target(output: str, format: str | None) -> Target:
    """The target for ``-o output`` and ``--format``. Raises UsageError when they contradict each other.

    A path with the extension of a format, compressed or not, is a file unless a folder is already there, and
    so is a pipe, or a link to a device, whatever its name. Every other path is a folder; a new one with the
    extension of a format that is not ours (``out.docx``) is refused.
    """
    if output == "-":
        raise UsageError("a batch is written to a folder or a file, not to standard output (./- is a folder)")
    base, compression = split_ending(output)
    ending = Path(base).suffix.lower().lstrip(".")
    ending = ALIASES.get(ending, ending)
    is_named = (ending in FORMATS or ending == "parquet") and not output.endswith("/")
    if _is_pipe_or_device(output):
        _refuse_device(output, format_name(format or "jsonl"))
        ending = ending if is_named else format_name(format or "jsonl")
    elif not is_named or Path(output).is_dir():
        if format is None and _reads_like_a_file(output):
            known = " ".join(f".{name}" for name in (*FORMATS, *ALIASES, "parquet"))
            raise UsageError(f"{output}: no format has this extension (known: {known}); a folder: {output}/")
        name = format_name(format or "md")
        return Target(Path(output), "tree", "json" if name == "jsonl" else name)
    if format is not None and format_name(format) != ending:
        raise UsageError(f"--format {format} contradicts the extension of {output}")
    if ending == "parquet":
        if compression:
            raise UsageError(f"Parquet is compressed already: leave out the extension {compression}")
        package("pyarrow", "Parquet")
    return Target(Path(output), "file", ending)


def _is_pipe_or_device(output: str) -> bool:
    try:
        return is_special(Path(output)) and not Path(output).is_dir()
    except OSError:
        return False  # no name of the system, as it is too long


def _refuse_device(output: str, format: str) -> None:
    """Raise UsageError for a device, beside which no manifest can be."""
    if output.startswith(("/dev/", "/proc/")):
        raise UsageError(
            f"{output}: a batch keeps its manifest beside its output, which cannot be there; "
            f"ln -s {output} out.{format} makes a name for it elsewhere"
        )


def _reads_like_a_file(output: str) -> bool:
    """Whether ``output`` is not a folder and has the extension of a format or archive that is not ours."""
    ending = Path(output).suffix.lower()
    return ending in FOREIGN - _DOMAINS and not output.endswith("/") and not Path(output).is_dir()


def job_for(target: Target, job: Job) -> Job:
    """``job`` with the format of the target's rows."""
    return job._replace(format=row_format(target.format), keep_empty=row_format(target.format) in RECORDS)


def options_hash(job: Job, target: Target) -> str:
    """16 hexadecimal digits that change when a page would come out differently. Limits are left out: a page
    that went over one is repeated by ``retry_failed``."""
    profile = job.options.site_profile
    options = asdict(replace(job.options, site_profile=None))
    del options["max_bytes"], options["site_profile"]
    if profile:
        options["site_profile"] = profile.digest
    return _hash([options, asdict(job.render), job.format, job.form, job.encoding, target.format])


def reading_hash(sources: Sources) -> str:
    """16 hexadecimal digits that change when archives are read differently, as with another html_field."""
    reading = sources.reading
    return _hash([reading.html_field, reading.url_field, sources.input_format, *reading.keep])


def selection_hash(sources: Sources) -> str:
    """16 hexadecimal digits that change when other pages of an archive would be taken."""
    return _hash([*sources.selection._replace(follow_links=False)])


def _hash(parts: list[Any]) -> str:
    def plain(value: Any) -> Any:
        return sorted(value) if isinstance(value, frozenset | set) else value.isoformat()

    text = json.dumps(parts, sort_keys=True, default=plain)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def check(plan: Plan) -> None:
    """Raise UsageError for an output that would mix with the input, and for an invalid glob."""
    plan.sources.selection.check()
    if plan.report_to_check is not None:
        _check_place(plan.report_to_check)
    if plan.target.kind == "file":
        _check_place(plan.target.path)
        return
    first = next(place for place in (plan.target.path, *plan.target.path.parents) if os.path.lexists(place))
    if not first.is_dir():
        raise UsageError(f"{first} is no folder: none can be made there")
    folder = os.path.realpath(plan.target.path)
    for path in plan.sources.paths:
        source = os.path.realpath(path)
        if path != "-" and (source == folder or source.startswith(os.path.join(folder, ""))):
            raise UsageError(f"the output folder {plan.target.path} holds the input {path}: choose another")


def _check_place(path: Path) -> None:
    """Raise UsageError where no file can be written: without this, it would show only at the end."""
    try:
        if is_special(path):
            check_open(path)
        else:
            target_of(path)
    except OSError as error:
        raise UsageError(f"{path}: {reason(error)}") from None
