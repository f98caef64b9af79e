"""The walk through a document: every stream that paints, once, with the inks that are its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from briefpack.finishing.recolour import content, spaces
from briefpack.finishing.recolour.annotations import appearances, framed
from briefpack.finishing.recolour.content import Scene
from briefpack.finishing.recolour.inks import CannotRecolour, Greys, Inks, Inkwell, array
from briefpack.finishing.recolour.pictures import pictured
from briefpack.finishing.recolour.shadings import shaded

UNCOLOURED = 2
"""`PaintType` of a pattern that is painted with the colour in hand."""


def recolour(document: pikepdf.Pdf, inks: Inks) -> None:
    """Rewrite every colour of the document in place, in those inks.

    Links, tags and outline stay. Soft masks become greys that are as light as they were; what is
    both a mask and painted keeps what it was met as first. Spot colours become what stands for them
    on a screen; marks in the colours All and None stay. `CannotRecolour` for meshes, and for what
    cannot be read: then the document is half done and of no use.
    """
    walk = Walk(document, Inkwell(inks), set())
    walk.pages()
    walk.rest()
    walk.tidy()


class Walk:
    """One walk; soft masks are walked apart, in greys, past what was already `seen`."""

    def __init__(self, document: pikepdf.Pdf, inkwell: Inkwell, seen: set[Any]) -> None:
        self.document = document
        self.inkwell = inkwell
        self.seen = seen
        self.resources: list[Any] = []
        self._masks: Walk | None = None

    def pages(self) -> None:
        """Every page, with the appearance of its annotations."""
        for page in self.document.pages:
            data = content.rewritten(page, self.scene(page.resources))
            page.obj.Contents = self.document.make_stream(data)
            self.group(page.obj)
            for annotation in page.obj.get("/Annots", Array()).as_list():
                for form in appearances(annotation):
                    self.form(form, Dictionary(), fresh=True)
                framed(annotation, self.inkwell)

    def rest(self) -> None:
        """What no page shows, but is in the document: nothing in other colours is left behind."""
        found = [
            thing for thing in self.document.objects if isinstance(thing, (Dictionary, Stream))
        ]
        for thing in found:
            self.spare(thing)
        for thing in found:
            for belongs, act in self.kinds():
                if belongs(thing):
                    act(thing, Dictionary())

    def spare(self, thing: Any) -> None:
        """Know the masks of images, which are no colours; and walk those of graphics states."""
        mask = thing.get("/SMask")
        if isinstance(mask, Dictionary):
            self.state(thing, Dictionary())
        for key in ("/SMask", "/Mask"):
            if isinstance(thing.get(key), Stream):
                self.first(thing[key])

    def kinds(self) -> Iterator[tuple[Callable[[Any], bool], Callable[[Any, Any], object]]]:
        yield lambda thing: thing.get("/Subtype") == Name.Form, self.form
        yield lambda thing: thing.get("/Subtype") == Name.Image, self.image
        yield lambda thing: "/PatternType" in thing, self.pattern
        yield lambda thing: thing.get("/Subtype") == Name.Type3, self.font

    def tidy(self) -> None:
        """Take out the names of colour spaces that no content uses any more."""
        masks = self._masks.resources if self._masks else []
        for resources in [*self.resources, *masks]:
            named = resources.get("/ColorSpace")
            if named is None:
                continue
            for name in [*named.keys()]:
                if not _stays(named, name):
                    del named[name]
            if not len(named):
                del resources["/ColorSpace"]

    def first(self, thing: Any) -> bool:
        """Whether it is met for the first time; what is not shared is met where it is used."""
        if not thing.is_indirect:
            return True
        new = thing.objgen not in self.seen
        self.seen.add(thing.objgen)
        return new

    def scene(self, resources: Any, fresh: bool = True, lettering: bool = False) -> Scene:
        """What content with those resources can name."""
        self.resources.append(resources)
        return Scene(
            inkwell=self.inkwell,
            resources=resources,
            called=partial(self.called, resources),
            patterned=partial(self.named, resources, "/Pattern", self.pattern),
            shaded=partial(self.named, resources, "/Shading", self.shading),
            adjusted=partial(self.named, resources, "/ExtGState", self.state),
            faced=partial(self.named, resources, "/Font", self.font),
            inlined=partial(self.inlined, resources),
            fresh=fresh,
            lettering=lettering,
        )

    def named(
        self, resources: Any, kind: str, act: Callable[[Any, Any], object], name: str
    ) -> None:
        """Do something to a resource; what readers would not find either is passed over."""
        if (thing := self.found(resources, kind, name)) is not None:
            act(thing, resources)

    def found(self, resources: Any, kind: str, name: str) -> Any:
        """A resource, made indirect, so that it can be known again."""
        things = resources.get(kind, {})
        if name not in things:
            return None
        if not things[name].is_indirect:
            things[name] = self.document.make_indirect(things[name])
        return things[name]

    def called(self, resources: Any, name: str) -> bool:
        thing = self.found(resources, "/XObject", name)
        if thing is None or thing.get("/Subtype") == Name.Form:
            if thing is not None:
                self.form(thing, resources)
            return True
        self.image(thing, resources)
        return bool(thing.get("/ImageMask", False))

    def inlined(self, resources: Any, instruction: pikepdf.ContentStreamInlineImage) -> Name:
        """An inline image as an XObject, since its colours may grow too long to stand in line."""
        image = instruction.iimage
        stream = Stream(self.document, image.read_raw_bytes(), image.obj)
        stream.Type, stream.Subtype = Name.XObject, Name.Image
        self.image(stream, resources)
        if "/XObject" not in resources:
            resources.XObject = Dictionary()
        number = len(resources.XObject)
        while (name := Name(f"/Inline{number}")) in resources.XObject:
            number += 1
        resources.XObject[name] = stream
        return name

    def form(self, form: Any, resources: Any, fresh: bool = False) -> None:
        """A form, with its caller's resources where it has none; also a pattern's cell."""
        if self.first(form):
            own = form.get("/Resources", resources)
            form.write(content.rewritten(form, self.scene(own, fresh=fresh)))
            self.group(form)

    def image(self, image: Any, resources: Any) -> None:
        if self.first(image) and not image.get("/ImageMask", False):
            mask = image.get("/SMask")
            pictured(self.document, image, resources, self.inkwell)
            for stream in (mask, image.get("/SMask"), image.get("/Mask")):
                if isinstance(stream, Stream):
                    self.first(stream)

    def pattern(self, pattern: Any, resources: Any) -> None:
        if isinstance(pattern, Stream):
            if int(pattern.PaintType) != UNCOLOURED:
                self.form(pattern, resources, fresh=True)
        elif self.first(pattern):
            self.shading(pattern.Shading, resources)
            if "/ExtGState" in pattern:
                self.state(pattern.ExtGState, resources)

    def shading(self, shading: Any, resources: Any) -> None:
        if self.first(shading):
            shaded(self.document, shading, resources, self.inkwell)

    def state(self, state: Any, resources: Any) -> None:
        """A graphics state: its soft mask, and a font that it chooses."""
        if not self.first(state):
            return
        if "/Font" in state:
            self.font(state.Font[0], resources)
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary):
            self.masks.mask(mask, resources)

    @property
    def masks(self) -> Walk:
        """The walk through soft masks."""
        if isinstance(self.inkwell.inks, Greys):
            return self
        if self._masks is None:
            self._masks = Walk(self.document, Inkwell(Greys()), self.seen)
        return self._masks

    def mask(self, mask: Any, resources: Any) -> None:
        """A soft mask, with the colour that stands for its backdrop (ISO 32000-1, table 144)."""
        if "/BC" in mask:
            space = spaces.space(mask.G.Group.get("/CS", Name.DeviceGray), resources)
            colour = space.rgb([float(number) for number in mask.BC])
            mask.BC = array(self.inkwell.mixed(colour, "fill"))
        self.form(mask.G, resources)

    def font(self, font: Any, resources: Any) -> None:
        """The glyphs of a Type 3 font, but for those that take the colour in hand (`d1`)."""
        if font.get("/Subtype") != Name.Type3 or not self.first(font):
            return
        own = font.get("/Resources", resources)
        for glyph in font.CharProcs.as_dict().values():
            operators = pikepdf.parse_content_stream(glyph, "d0 d1")
            if self.first(glyph) and not any(str(one.operator) == "d1" for one in operators):
                scene = self.scene(own, fresh=False, lettering=True)
                glyph.write(content.rewritten(glyph, scene))

    def group(self, owner: Any) -> None:
        """The space in which a group is blended."""
        group = owner.get("/Group")
        if group is not None and "/CS" in group:
            group.CS = self.inkwell.device


def _stays(named: Any, name: str) -> bool:
    """Whether content still uses a named space: one of ours, or one that is kept."""
    if name in (str(own) for own, _ in content.UNCOLOURED.values()):
        return True
    with suppress(CannotRecolour):
        return spaces.space(named[name], Dictionary(ColorSpace=named)).kept
    return False
