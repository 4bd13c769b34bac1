"""Errors a person can act on: one Dutch sentence, what to do, and the exit code of the command line."""


class WerkplaatsError(Exception):
    """A refusal with a sentence for a person; holds no name, address, phone number or free text.

    `sentence` says what, where and what was found; `action` says what to do. Exit code 1: nothing was saved.
    """

    exit_code = 1

    def __init__(self, sentence: str, *, action: str = "") -> None:
        super().__init__(f"{sentence} {action}".strip())
        self.sentence = sentence
        self.action = action


class FileRefused(WerkplaatsError):
    """A file or sheet that cannot be taken: unreadable, not what it says, or with forbidden columns."""


class StoreProblem(WerkplaatsError):
    """The warehouse, vault or snapshot cannot be opened or written: locked, newer, damaged, full."""


class WrongUse(WerkplaatsError):
    """A command or argument that does not exist or does not fit. Exit code 2."""

    exit_code = 2


class AccessRefused(WerkplaatsError):
    """Somebody asks for what their role does not allow, or has no role."""


class InfeasibleRelease(WerkplaatsError):
    """What was released contradicts itself: no whole numbers fit all published statements together."""


class AttackUnfinished(WerkplaatsError):
    """The attack did not end within its limits, so safety is not proven and nothing may be released."""


class ReleaseRefused(WerkplaatsError):
    """What would be released comes too close to a person, together with what is already out."""
