"""Jinja2, set up so that a template can neither break out nor print an unknown name."""

from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from briefpack.brief import Source
from briefpack.pages.layout import Layout


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
    templates.filters.update(css=css_string, css_url=css_url, address=address)
    return templates


def css_string(text: str) -> Markup:
    """A CSS string (CSS Syntax 3, 4.3.5) that cannot end its rule or its style element."""
    unsafe = {'"', "\\", "<", ">", "&", "\n", "\r", "\f"}
    body = "".join(f"\\{ord(char):x} " if char in unsafe else char for char in text)
    return Markup(f'"{body}"')


def css_url(svg: str) -> Markup:
    """An SVG as a data: URL in CSS."""
    return Markup(f'url("data:image/svg+xml,{quote(svg)}")')


def address(source: Source) -> str:
    """A source's address as printed: the short one, else the full one without its scheme."""
    if source.short:
        return str(source.short)
    parts = urlsplit(str(source.url))
    place = parts.netloc.removeprefix("www.") + parts.path.rstrip("/")
    return place + (f"?{parts.query}" if parts.query else "") or str(source.url)
