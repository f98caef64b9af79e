"""Whole timelines, laid out: small ones drawn as text, and what holds for all."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpack.brief import Timeline
from briefpack.pages.timeline.figure import DoesNotFit, Leader, Mark, Page, Point, Segment, Spread
from briefpack.pages.timeline.leaders import RADIUS
from briefpack.pages.timeline.stage import Stage
from tests.pages.timeline.drawn import (
    A4,
    LETTER,
    axis,
    day,
    era,
    event,
    laid_out,
    lettered,
    sides,
    timeline,
)


def test_events_take_turns_above_and_below() -> None:
    made = lettered("1961 1962 1963 1964 1971 1972 1974 1975")
    assert sides(made, laid_out(made)) == ["above: A C | E G", "below: B D | F H"]


def test_events_are_sorted_by_date_those_of_a_day_as_listed() -> None:
    made = lettered("1975 1961 1963-09-20 1963-09-20 1974")
    assert sides(made, laid_out(made)) == ["above: B D | A", "below: C | E"]


def test_the_smallest_timeline_has_an_event_on_each_page() -> None:
    made = lettered("1963-09-20 2025-10-01")
    assert sides(made, laid_out(made)) == ["above: A | -", "below: - | B"]


def test_one_scale_runs_over_both_pages_where_it_can() -> None:
    [spread] = laid_out(lettered("1960 1963 1966 1974 1977 1980"))
    assert axis(spread) == (
        "1961 1962 1963 1964 1965 1966 1967 1968 1969 | "
        "1971 1972 1973 1974 1975 1976 1977 1978 1979 1980"
    )
    assert (spread.to_scale, spread.broken) == (True, False)


def test_eras_are_named_on_the_band_with_a_break_between() -> None:
    eras = [era("First", "1961", "1963"), era("Second", "1998", "2002")]
    [spread] = laid_out(lettered("1961 1962 1963 1998 2000 2002", eras=eras))
    assert axis(spread) == "[First] 1961 1962 1963 ~ | ~ [Second] 1998 1999 2000 2001 2002"
    assert spread.broken


def test_evenly_spaced_events_bear_their_own_dates() -> None:
    [spread] = laid_out(lettered("1961-01 1962 1998-10-03 2025", scale="even"))
    assert axis(spread) == "1961-01 1962 | 1998-10-03 2025"
    assert not spread.to_scale
    assert not any(page.ticks for page in spread.pages)


def test_few_events_are_set_large_and_many_small() -> None:
    def density(count: int) -> str:
        made = timeline(event(f"{1960 + n}", "T", "word " * 9) for n in range(count))
        return laid_out(made)[0].density

    assert [density(count) for count in (4, 20, 30)] == ["grand", "roomy", "normal"]


def test_when_a_spread_is_full_the_next_follows() -> None:
    made = laid_out(timeline(event(f"{1960 + n}") for n in range(60)))
    assert [len(page.cards) for spread in made for page in spread.pages] == [15] * 4
    assert [page.continues for spread in made for page in spread.pages] == [
        (False, False),
        (False, True),
        (True, False),
        (False, False),
    ]


def test_headings_are_given_out_page_by_page() -> None:
    headings = [{"title": "One", "text": "Words."}, {"title": "Two"}, {"title": "Three"}]
    made = laid_out(timeline((event(f"{1960 + n}") for n in range(60)), pages=headings))
    assert [page.heading for spread in made for page in spread.pages] == [
        ("One", "Words."),
        ("Two", ""),
        ("Three", ""),
        None,
    ]


def test_a_page_knows_what_time_it_covers() -> None:
    [spread] = laid_out(lettered("1961-02 1962 1974-05-01 1975/1976-06"))
    assert (str(spread.verso.first), str(spread.verso.last)) == ("1961-02-01", "1962-12-31")
    assert (str(spread.recto.first), str(spread.recto.last)) == ("1974-05-01", "1976-06-30")


def test_an_event_that_lasted_is_drawn_at_its_true_extent() -> None:
    [spread] = laid_out(lettered("1960 1962/1965-06-30 1975 1977"))
    [bar], [segment] = spread.verso.bars, spread.verso.segments
    assert bar.event == 1
    assert bar.x0 == pytest.approx(segment.x(day("1962-01-01")))
    assert bar.x1 == pytest.approx(segment.x(day("1965-07-01")))


def test_an_event_with_too_many_words_is_named() -> None:
    events = [event("1961"), event("1962", "T", "word " * 2000), event("1963", "T", "word " * 2000)]
    with pytest.raises(DoesNotFit) as caught:
        laid_out(timeline(events))
    assert caught.value.event == 1


def test_two_events_that_fill_a_page_each_do_not_fit_together() -> None:
    events = [event("1961", "T", "word " * 400), event("1963", "T", "word " * 420)]
    with pytest.raises(DoesNotFit) as caught:
        laid_out(timeline(events))
    assert caught.value.event == 1


years = st.integers(1, 2030)
months, days = st.integers(1, 12), st.integers(1, 28)


@st.composite
def dates(draw: st.DrawFn) -> str:
    """Dates of any precision, ranges and "c.", crowded and not."""
    span = draw(st.sampled_from([(1, 2030), (1957, 2026), (1962, 1963), (2024, 2024)]))
    year, month, day = draw(st.integers(*span)), draw(months), draw(days)
    precise = f"{year:04d}-{month:02d}-{day:02d}"
    text = draw(st.sampled_from([precise, precise[:7], precise[:4]]))
    if draw(st.integers(0, 5)) == 0:
        text = f"{text}/{year + draw(st.integers(1, 9)):04d}"
    return f"c. {text}" if draw(st.integers(0, 9)) == 0 else text


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Timelines of 2 to 60 events, with and without eras, in true scale and not."""
    most = draw(st.sampled_from([4, 15, 40]))
    pool = draw(st.lists(dates(), min_size=1, max_size=60))
    texts = st.integers(0, most).map(lambda count: " ".join(["wording"] * count))
    titles = st.integers(1, 6).map(lambda count: " ".join(["Title"] * count))
    events = draw(
        st.lists(
            st.builds(event, st.sampled_from(pool), titles, texts, st.sampled_from("012345")),
            min_size=2,
            max_size=60,
        )
    )
    bounds = sorted(draw(st.lists(years, max_size=8, unique=True)))
    eras = [
        era(f"Era {start}", f"{start:04d}", f"{end:04d}")
        for start, end in zip(bounds[::2], bounds[1::2], strict=False)
    ]
    return timeline(events, eras=eras, scale=draw(st.sampled_from(["true", "true", "even"])))


@given(timelines(), st.sampled_from([A4, LETTER]))
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_holds_for_every_timeline(made: Timeline, stage: Stage) -> None:
    spreads = laid_out(made, stage)
    assert spreads == laid_out(made, stage)
    every_event_stands_once_in_order(made, spreads)
    for spread in spreads:
        assert spread.verso.band == spread.recto.band
        assert spread.verso.axis[1] == stage.width
        assert spread.recto.axis[0] == 0
        for page in spread.pages:
            marks_stand_for_their_dates(made, page)
            marks_keep_clear(page, stage)
            cards_keep_apart_and_safe(page, stage)
            leaders_meet_nothing(page)
            labels_keep_apart(page)
            segments_follow_each_other(page)


def every_event_stands_once_in_order(made: Timeline, spreads: list[Spread]) -> None:
    order = [index for spread in spreads for page in spread.pages for index in page.events]
    assert sorted(order) == list(range(len(made.events)))
    assert order == sorted(order, key=lambda index: (made.events[index].date.midpoint, index))
    for spread in spreads:
        for page in spread.pages:
            for items in (page.marks, page.cards, page.leaders):
                assert tuple(item.event for item in items) == page.events


def marks_stand_for_their_dates(made: Timeline, page: Page) -> None:
    for mark in page.marks:
        day = made.events[mark.event].date.midpoint
        homes = [each for each in page.segments if each.to_scale and _covers(each, day)]
        if all(segment.to_scale for segment in page.segments):
            assert any(abs(each.x(day) - mark.x) < 0.01 for each in homes)
    places = [mark.x for mark in page.marks]
    assert places == sorted(places)


def _covers(segment: Segment, day: float) -> bool:
    """Within what a sum of fractions is off."""
    return segment.start - 1e-6 <= day <= segment.end + 1e-6


def marks_keep_clear(page: Page, stage: Stage) -> None:
    gutter = stage.width if page.verso else 0.0
    for mark in page.marks:
        assert page.axis[0] <= mark.x + 1e-6
        assert mark.x - 1e-6 <= page.axis[1]
        assert abs(mark.x - gutter) > 8
    for a, b in itertools.combinations(page.marks, 2):
        assert (a.x - b.x) ** 2 + (a.y - b.y) ** 2 > (2 * RADIUS) ** 2


def cards_keep_apart_and_safe(page: Page, stage: Stage) -> None:
    for card in page.cards:
        assert stage.left(page.verso) - 1e-6 <= card.x
        assert card.x + card.width <= stage.right(page.verso) + 1e-6
        assert stage.top - 1e-6 <= card.y
        assert card.y + card.height < min(entry.y for entry in page.key)
        assert card.y + card.height < page.band[0] or page.band[1] < card.y
    for a, b in itertools.combinations(page.cards, 2):
        assert not (
            a.x < b.x + b.width
            and b.x < a.x + a.width
            and a.y < b.y + b.height
            and b.y < a.y + a.height
        )


Piece = tuple[float, float, float, float]


def pieces(points: tuple[Point, ...]) -> list[Piece]:
    """The straight pieces of a leader as (x0, x1, y0, y1), each pair in order."""
    return [
        (min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1]))
        for a, b in itertools.pairwise(points)
    ]


def between(a: Piece, b: Piece) -> float:
    """The distance of two upright or level pieces, or of a piece and a box."""
    dx, dy = max(a[0] - b[1], b[0] - a[1], 0.0), max(a[2] - b[3], b[2] - a[3], 0.0)
    return float((dx * dx + dy * dy) ** 0.5)


def leaders_meet_nothing(page: Page) -> None:
    """From its own mark on, that is: the stem below it may pass behind those stacked there."""
    hung = list(zip(page.leaders, page.marks, page.cards, strict=True))
    for leader, mark, card in hung:
        assert leader.points[0] == (mark.x, page.band[0 if mark.side == "above" else 1])
        far_end = card.y if card.side == "above" else card.y + card.height
        assert leader.points[-1] == (card.x, far_end)
    for (leader, mark, _), (other, its_mark, its_card) in itertools.permutations(hung, 2):
        way = outwards(leader, mark)
        right, bottom = its_card.x + its_card.width, its_card.y + its_card.height
        box = (its_card.x + 1e-6, right, its_card.y, bottom)
        spot = (its_mark.x, its_mark.x, its_mark.y, its_mark.y)
        for piece in way:
            assert between(piece, box) > 0
            assert between(piece, spot) > RADIUS
            assert all(between(piece, its) > 0 for its in outwards(other, its_mark))


def outwards(leader: Leader, mark: Mark) -> list[Piece]:
    """A leader from its mark to its card."""
    return pieces(((mark.x, mark.y), *leader.points[1:]))


def labels_keep_apart(page: Page) -> None:
    for a, b in itertools.combinations(page.labels, 2):
        assert a.y != b.y or a.x + a.width < b.x or b.x + b.width < a.x
    for label in page.labels:
        assert page.axis[0] < label.x
        assert label.x + label.width < page.axis[1]


def segments_follow_each_other(page: Page) -> None:
    for a, b in itertools.pairwise(page.segments):
        assert a.x1 < b.x0
    for tick in page.ticks:
        assert any(each.x0 < tick.x < each.x1 for each in page.segments)
