"""Whether a CSV file is as regular as the engine's strict reader wants it, seen without splitting it.

Of each block only separators and line ends outside quotes are kept; in a regular file they repeat one pattern.
"""

import numpy as np

LARGEST_CELL = 40_000  # characters; a spreadsheet's cell holds 32,767. More is a quote that was never closed.
CR, LF = 13, 10
_ENDS = b"\r\n"


class Regularity:
    """Compares the signs of all records with those of one record of `width` cells that ends in `new_line`."""

    def __init__(self, *, delimiter: str, quote: str, width: int, new_line: str) -> None:
        """Prepare for the records of one file; its headings are not looked at."""
        self._line_end = new_line.encode()
        self._pattern = delimiter.encode() * (width - 1) + self._line_end
        self._quotes = _Quotes(delimiter=ord(delimiter), quote=ord(quote))
        self._tail = b""  # signs after the last complete record
        self._line_ends = len(
            self._line_end
        )  # bytes of line ends the part looked at ends with, headings included
        self._has_ended = False  # only blank lines so far after the last record
        self._rows = 0
        self.is_regular = True

    def look(self, block: bytes) -> None:
        """Take in the next block."""
        if not self.is_regular or not block:
            return
        signs = self._quotes.signs_outside(block)
        if signs is None or (self._has_ended and block.replace(self._line_end, b"")):
            self.is_regular = False
            return
        text = block.rstrip(_ENDS)
        self._line_ends = len(block) - len(text) + (0 if text else self._line_ends)
        if not self._has_ended:
            self._compare(self._tail + signs)

    def _compare(self, signs: bytes) -> None:
        size = len(self._pattern)
        count = len(signs) // size
        if signs[: count * size] == self._pattern * count:
            self._rows += count
            self._tail = signs[count * size :]
            return
        cells = signs.rstrip(_ENDS)
        ends = signs[len(cells) :]
        count = (len(cells) + len(self._line_end)) // size
        self.is_regular = self._pattern * count == cells + self._line_end and self._are_line_ends(ends)
        self._has_ended = True
        self._rows += count
        self._tail = b""

    def _are_line_ends(self, signs: bytes) -> bool:
        """Whether the last signs are line ends of this file's own kind with nothing between them."""
        return not signs.replace(self._line_end, b"") and self._line_ends >= len(signs)

    def _are_blank_lines(self, signs: bytes) -> bool:
        """Whether the last signs are whole line ends with nothing between them and the line end before them."""
        return not signs.replace(self._line_end, b"") and self._line_ends >= len(self._line_end + signs)

    def rows(self) -> int | None:
        """Return the number of records, None when the file is not regular. Only at the end of the file."""
        if not self.is_regular or self._quotes.is_open:
            return None
        if self._line_ends and not self._tail.strip(_ENDS):
            return self._rows if self._are_blank_lines(self._tail) else None
        is_whole = not self._line_ends and self._tail + self._line_end == self._pattern
        return self._rows + 1 if is_whole else None  # the last record has no line end


class _Quotes:
    """Keeps the signs outside quoted cells, and sees whether each quote stands where a quote may stand."""

    def __init__(self, *, delimiter: int, quote: int) -> None:
        self._quote = quote
        signs = (delimiter, CR, LF, quote)
        self._may_precede = np.array(signs, np.uint8)
        self._no_signs = bytes(code for code in range(256) if code not in signs)
        self.is_open = False
        self._last = LF  # the byte before this block
        self._just_closed = False  # the last byte of the block before closed a cell
        self._open_for = 0  # bytes of the open cell in the blocks before

    def signs_outside(self, block: bytes) -> bytes | None:
        """Return the separators and line ends outside quoted cells; None when a quote stands in the middle of a cell."""
        signs = block.translate(None, self._no_signs)
        if not (self.is_open or self._just_closed or self._quote in block):
            self._last = block[-1]
            return signs
        codes = np.frombuffer(block, np.uint8)
        at = np.flatnonzero(codes == self._quote)
        if not (self._are_in_place(codes, at=at) and self._are_short(at, size=codes.size)):
            return None
        outside = self._outside(np.frombuffer(signs, np.uint8))
        self.is_open, self._last = self.is_open ^ bool(at.size % 2), block[-1]
        self._just_closed = not self.is_open and self._last == self._quote
        return outside

    def _outside(self, signs: np.ndarray) -> bytes:
        """Return the signs that stand outside quotes, without the quotes; a tenth of the bytes is left to look at."""
        quotes = signs == self._quote
        inside = np.bitwise_xor.accumulate(quotes.view(np.uint8)) ^ np.uint8(self.is_open)
        return bytes(signs[~(quotes | inside.view(bool))])

    def _are_in_place(self, codes: np.ndarray, *, at: np.ndarray) -> bool:
        """Whether a cell opens only after a separator, line end or quote, and closes only before one."""
        first = int(self.is_open)  # of quotes within the block, every second one from here opens a cell
        opening = at[first::2]
        before = np.where(opening > 0, codes[opening - 1], self._last)
        closing = at[1 - first :: 2] + 1
        after = codes[closing[closing < codes.size]]
        if self._just_closed:
            after = np.append(after, codes[0])
        return bool(np.isin(before, self._may_precede).all() and np.isin(after, self._may_precede).all())

    def _are_short(self, at: np.ndarray, *, size: int) -> bool:
        """Whether no stretch between quotes is longer than a cell; those outside cells do not count."""
        edges = np.concatenate(([-self._open_for], at, [size]))
        lengths = np.diff(edges)[1 - int(self.is_open) :: 2]
        self._open_for = int(lengths[-1]) if (at.size + int(self.is_open)) % 2 else 0
        return not lengths.size or int(lengths.max()) <= LARGEST_CELL
