"""Which desk sets the citations of a brief: the house's own, or that of a citation style."""

from collections.abc import Mapping

from briefpack import csl, reading
from briefpack.brief import Manuscript
from briefpack.pages.apparatus import Apparatus, Desk
from briefpack.pages.layout import Layout


def desk(manuscript: Manuscript, layout: Layout, words: Mapping[str, str]) -> Desk:
    """The desk of a brief, by its citation style; `words` are the layout's own."""
    brief = manuscript.brief
    sources = {str(source.id): source for source in brief.sources}
    style = None if brief.citation_style == csl.NUMBERED else csl.find(brief.citation_style)
    if style is None:
        return Apparatus(sources, words["source-label"])
    from briefpack.pages.citing.clerk import Clerk  # lxml and citeproc: not for the house's numbers

    citations = reading.cited(brief, [*manuscript.asides, *manuscript.tokens])
    cited = (str(citation.key) for citation in citations)
    return Clerk(
        style,
        str(brief.language),
        sources,
        [key for key in dict.fromkeys(cited) if key in sources],
        words["source-named"],
        brief.citation_style,
        endnotes=layout.settings.get("citations") == "endnotes",
    )
