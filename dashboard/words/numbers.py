"""Numbers, dates and counts as Dutch readers write them."""

from datetime import date, datetime

THIN_SPACE = "\u202f"  # between thousands
FIXED_SPACE = "\u00a0"  # before the per cent sign: the number and its sign stay on one line
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SMALL = (
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)


def number(value: float, decimals: int = 0) -> str:
    """Return a number with a decimal comma and thin spaces between thousands: 1 234,5."""
    return f"{value:,.{decimals}f}".replace(",", THIN_SPACE).replace(".", ",")


def short_number(value: float) -> str:
    """Return a number with one decimal, or none when it is whole or a hundred or more."""
    return number(value, 0 if abs(value - round(value)) < 0.05 or abs(value) >= 100 else 1)


def percent(value: float, *, decimals: int | None = None) -> str:
    """Return a share (0 to 100) in whole per cents; near 0 and 100 with a decimal, so that 99,6 is never 100."""
    places = decimals_of_share(value) if decimals is None else decimals
    shown = min(max(value, 0.1), 99.9) if near_edge(value) else value
    return f"{number(shown, 0 if value in {0, 100} else places)}{FIXED_SPACE}%"


def near_edge(value: float) -> bool:
    """Return whether a share lies so near none or all that rounding would make it that."""
    return 0 < value < 1 or 99 < value < 100


def decimals_of_share(*values: float) -> int:
    """Return how many decimals shares need that stand together: one when any lies near none or all."""
    return int(any(near_edge(value) for value in values))


def share_extent(low: float, high: float) -> str:
    """Return the two ends of a range of shares, with the same decimals: 63 en 78 %."""
    places = decimals_of_share(low, high)
    return (
        f"{percent(low, decimals=places).removesuffix(f'{FIXED_SPACE}%')} en {percent(high, decimals=places)}"
    )


def long_day(day: date) -> str:
    """Return a date in words: 30 juni 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_without_year(day: date) -> str:
    """Return a date in words without its year: 30 juni."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def stretch(first: date, last: date) -> str:
    """Return the days from one to another in words: 3 tot en met 12 maart 2026.

    >>> stretch(date(2026, 3, 3), date(2026, 3, 12)), stretch(date(2026, 3, 3), date(2026, 3, 3))
    ('3 tot en met 12 maart 2026', '3 maart 2026')
    """
    if first == last:
        return long_day(first)
    same = (first.year, first.month) == (last.year, last.month)
    start = (
        str(first.day) if same else day_without_year(first) if first.year == last.year else long_day(first)
    )
    return f"{start} tot en met {long_day(last)}"


def long_month(day: date) -> str:
    """Return the month of a date in words: juni 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def clock(moment: datetime) -> str:
    """Return a time of day: 09.14 uur."""
    return f"{moment:%H.%M} uur"


def counted(count: float, one: str, many: str) -> str:
    """Return a count with its word: 1 klus, 1 234 klussen."""
    return f"{short_number(count)} {agreeing(count, one, many)}"


def agreeing(count: float, one: str, many: str) -> str:
    """Return the word that goes with a count as it is written: for one, or for any other number.

    >>> agreeing(1, "staat", "staan"), agreeing(0, "staat", "staan"), agreeing(0.98, "klacht", "klachten")
    ('staat', 'staan', 'klacht')
    """
    return one if short_number(count) == "1" else many


def listed(parts: list[str]) -> str:
    """Return words as a list in a sentence: a, b en c."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} en {parts[-1]}"
