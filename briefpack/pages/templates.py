"""Jinja2, set up so that a template can neither break out nor print an unknown name."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote, urlsplit

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from markupsafe import Markup

from briefpack import orcid
from briefpack.brief import Source
from briefpack.brief.source import bare_doi
from briefpack.pages.layout import Layout
from briefpack.problem import Place, Problem, Refused


def environment(layout: Layout) -> Environment:
    """Templates of the layout, then of `policy`; autoescape on, unknown names an error."""
    templates = Environment(
        loader=FileSystemLoader(list(layout.folders)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.filters.update(css=css_string, css_url=css_url, address=address, orcid=orcid.bare)
    return templates


@contextmanager
def blaming(layout: Layout) -> Iterator[None]:
    """Turn a template's fault into `Refused`, at the file and line of the template."""
    try:
        yield
    except UnicodeDecodeError as fault:
        raise Refused([_undecodable(layout, fault)]) from fault
    except Exception as fault:
        steps = traceback.extract_tb(fault.__traceback__)
        own = [step for step in steps if step.filename.startswith(_folders(layout))]
        if not isinstance(fault, TemplateError) and own[-1:] != steps[-1:]:
            raise  # what a template calls is not the template's fault
        place = Place(own[-1].filename, own[-1].lineno or 0) if own else Place("layout")
        if isinstance(fault, TemplateSyntaxError):
            place = Place(fault.filename or place.file, fault.lineno)
        said = fault.message if isinstance(fault, TemplateError) else str(fault)
        raise Refused(
            [Problem(place, "template", f"the template fails: {said or fault!r}")]
        ) from fault


def _folders(layout: Layout) -> tuple[str, ...]:
    return tuple(map(str, layout.folders))


def _undecodable(layout: Layout, fault: UnicodeDecodeError) -> Problem:
    """The layout's file that is not UTF-8, since the fault names none."""
    files = (file for folder in layout.folders for file in sorted(folder.rglob("*.*ml")))
    sheets = (file for folder in layout.folders for file in sorted(folder.rglob("*.css")))
    for file in (*files, *sheets):
        if file.read_bytes() == fault.object:
            line = fault.object[: fault.start].count(b"\n") + 1
            return Problem(
                Place(str(file), line), "template", "this is not UTF-8", "save it as such"
            )
    raise fault


def css_string(text: str) -> Markup:
    """A CSS string (CSS Syntax 3, 4.3.5) that cannot end its rule or its style element."""
    unsafe = {'"', "\\", "<", ">", "&", "\n", "\r", "\f"}
    body = "".join(f"\\{ord(char):x} " if char in unsafe else char for char in text)
    return Markup(f'"{body}"')


def css_url(svg: str) -> Markup:
    """An SVG as a data: URL in CSS."""
    return Markup(f'url("data:image/svg+xml,{quote(svg)}")')


def address(source: Source) -> str:
    """A source's address as printed: the short one, else the full one without its scheme, else
    that of its DOI as it is written.
    """
    if source.short:
        return str(source.short)
    if source.doi and not source.url:
        return f"doi.org/{bare_doi(source.doi)}"
    parts = urlsplit(str(source.url))
    place = parts.netloc.removeprefix("www.") + parts.path.rstrip("/")
    return place + (f"?{parts.query}" if parts.query else "") or str(source.url)
