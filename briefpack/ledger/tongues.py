"""Tongues: what a language brings to the reading of numbers in prose."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from babel import Locale

from briefpack import numerals
from briefpack.ledger.printing import known


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, each list in lower case and parted by "|" for patterns.

    `scales` are powers of ten by the word behind a number; `small` the numbers up to twelve that
    are written out ("one" is left out, since it is rarely a number); `about`, `above`, `below` and
    `nearly` stand before what is rounded, and say to which side; `changes` before the difference
    between two numbers, `places` before the number of a page or a section, `ranges` between the
    two ends of a range; `hundredths` behind a percentage; `joints` are words that may stand behind
    a number without telling what is counted.
    """

    scales: Mapping[str, int] = field(default_factory=dict)
    small: str = ""
    about: str = ""
    above: str = ""
    below: str = ""
    nearly: str = ""
    changes: str = ""
    places: str = ""
    ranges: str = ""
    hundredths: str = ""
    joints: str = ""


WORDS: Mapping[str, Words] = {
    "en": Words(
        scales={
            "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12,
        },
        small="two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
        about="about|around|some|roughly|approximately|circa|c|just|close to",
        above="more than|over|at least",
        below="less than|fewer than|under|at most|up to",
        nearly="nearly|almost",
        changes="by|another|further|extra|additional",
        places="section|sections|article|articles|chapter|page|pages|p|pp|doc|document|no|nos"
        "|number|figure|fig|table|box|version|volume|vol|part|paragraph|para|line|law|title"
        "|resolution|rule|annex|route|room|day|week|year",
        ranges="to|and|or",
        hundredths="%|per cent|percent|per cents",
        joints="of|in|and|to|from|at|by|on|for|than|or|a|an|per|the|as|were|was|are|is|this|that"
        "|with|but|while|against|after|before|since|last|had|have|has|which|who|so|if|when",
    ),
    "de": Words(
        scales={
            "tausend": 3, "million": 6, "millionen": 6, "mio": 6, "milliarde": 9, "milliarden": 9,
            "mrd": 9, "billion": 12, "billionen": 12,
        },
        small="zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf",
        about="etwa|rund|ungefähr|circa|ca|annähernd|gegen",
        above="mehr als|über|mindestens|gut",
        below="weniger als|unter|höchstens|bis zu",
        nearly="knapp|fast|nahezu|beinahe",
        changes="um|weitere|weiteren|zusätzliche",
        places="abschnitt|artikel|art|kapitel|kap|seite|seiten|s|nr|nummer|nummern|abbildung|abb"
        "|tabelle|tab|kasten|absatz|abs|band|bd|teil|satz|randnummer|rn|paragraf|paragraph"
        "|anhang|tag|woche|jahr|richtlinie|verordnung|stand|bitv",
        ranges="bis|und|oder",
        hundredths="%|prozent|vom hundert|v. h",
        joints="von|in|im|und|bis|aus|an|am|auf|bei|für|als|oder|je|pro|der|die|das|des|den|dem"
        "|waren|war|sind|ist|mit|aber|während|gegen|nach|vor|seit|hatten|hat|haben|wurden|wurde"
        "|so|wenn|zu|zum|gab",
    ),
    "fr": Words(
        scales={"mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9,
                "billion": 12, "billions": 12},
        small="deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze",
        about="environ|quelque|à peu près|autour de",
        above="plus de|au moins",
        below="moins de|au plus|jusqu'à|jusqu’à",
        nearly="près de|presque|quasi",
        changes="hausse de|baisse de|recul de|augmenté de|diminué de|baissé de|reculé de"
        "|progressé de|encore|autres",
        places="article|articles|art|chapitre|chap|page|pages|p|n°|no|numéro|figure|fig|tableau"
        "|encadré|section|volume|vol|tome|partie|alinéa|paragraphe|annexe|version|loi",
        ranges="à|et|ou",
        hundredths="%|pour cent|p. 100",
        joints="de|des|du|d|en|et|à|au|aux|par|sur|pour|que|ou|la|le|les|un|une|dans|contre|après"
        "|avant|depuis|était|étaient|est|sont|avec|mais|tandis|qui|si|quand|ont|avait",
    ),
}  # fmt: skip
"""By language; another one is read without such words, and so with more reserve."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as numbers are read in it: its words, its signs, its months."""

    words: Words
    decimal: str
    group: str
    months: str
    dotted: bool
    """Whether a point behind a number makes it an ordinal: "29. Mai"."""


@cache
def tongue(language: str) -> Tongue:
    """What is known of a language, a BCP 47 tag."""
    language = known(language)
    root = language.split("-")[0]
    locale = Locale.parse(language, sep="-")
    months = {
        re.escape(name.rstrip(".").casefold())
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for name in locale.months[context][width].values()
    }
    group = str(locale.number_symbols["latn"]["group"])
    return Tongue(
        WORDS.get(root, Words()),
        numerals.decimal_sign(language),
        " " if group.isspace() else group,
        "|".join(sorted(months, key=lambda name: (-len(name), name))),
        root in ("de", "da", "nb", "nn", "no", "fi", "cs", "pl", "hu", "sk", "sl", "hr", "et"),
    )
