"""The text of a worksheet's cell: dates as ISO, numbers with a decimal comma, durations as hours, yes/no as J/N."""

from datetime import date, datetime, time, timedelta

HALF_SECOND = timedelta(microseconds=500_000)
SECONDS_PER_HOUR = 3600
DIGITS_SHOWN = 15  # a spreadsheet shows no more; beyond are leftovers of binary fractions


def cell_text(value: object) -> str:
    """Return the text of a cell as the Excel reader gives it; an empty cell is an empty text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "J" if value else "N"
    if isinstance(value, float):
        return _number(value)
    return _moment(value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < 10**DIGITS_SHOWN:
        return str(int(value))
    shown = f"{value:.{DIGITS_SHOWN}g}"
    plain = f"{float(shown):.20f}".rstrip("0").rstrip(".") if "e" in shown else shown
    return plain.replace(".", ",")


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        moment = _to_the_second(value)
        return f"{moment:%Y-%m-%d %H:%M:%S}" if moment.time() != time(0) else f"{moment:%Y-%m-%d}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{_to_the_second(datetime.combine(date(2000, 1, 1), value)):%H:%M:%S}"
    if isinstance(value, timedelta):
        return _duration(value)
    return "" if value is None else str(value)


def _to_the_second(moment: datetime) -> datetime:
    """Return the moment rounded: 14:05:29.999999 is how a spreadsheet keeps 14:05:30."""
    return (moment + HALF_SECOND).replace(microsecond=0)


def _duration(value: timedelta) -> str:
    seconds = round(abs(value).total_seconds())
    hours, rest = divmod(seconds, SECONDS_PER_HOUR)
    sign = "-" if value < timedelta(0) and seconds else ""
    return f"{sign}{hours}:{rest // 60:02d}:{rest % 60:02d}"
