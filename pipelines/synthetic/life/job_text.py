"""What a job is: category by season, words nobody used before, who is responsible, how urgent."""

from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.rows_service import Job
from pipelines.synthetic.voices import jobs as voice

NOT_AGAIN = timedelta(
    days=10
)  # the same person does not ask for the same kind of work twice within these days
URGENCIES = {"normaal": 80.0, "gepland": 13.0, "spoed": 7.0}


@dataclass(frozen=True, kw_only=True)
class Question:
    """The content of a job request."""

    category: str
    description: str
    urgency: str
    responsibility: str


class Questions:
    """Thinks of questions; remembers what was asked, so that no two are alike by accident."""

    def __init__(self) -> None:
        self._told: set[str] = set()
        self._asked: dict[tuple[str, str], date] = {}

    def new(self, client: str, day: date, *, rents: bool, helper: str, chance: Chance) -> Question:
        """Return a question of this client on this day."""
        category = chance.weighted(self._weights(client, day))
        self._asked[client, category] = day
        urgency = chance.weighted(URGENCIES)
        return Question(
            category=category,
            description=self._words(category, urgency, helper=helper, chance=chance),
            urgency=urgency,
            responsibility=_responsibility(category, rents=rents, chance=chance),
        )

    def again(self, client: str, day: date, *, job: Job) -> Question:
        """Return the question to do the work of a job once more."""
        self._asked[client, job.category] = day
        return Question(
            category=job.category,
            description=voice.REDO.format(what=job.description),
            urgency="normaal",
            responsibility=job.responsibility,
        )

    def free(self, client: str, category: str, *, day: date) -> bool:
        """Whether this client did not ask for this kind of work lately."""
        return abs((day - self._asked.get((client, category), date(2000, 1, 1))).days) > NOT_AGAIN.days

    def _weights(self, client: str, day: date) -> dict[str, float]:
        return {
            category: weight * voice.SEASONS.get(category, {}).get(day.month, 1.0)
            for category, weight in voice.WEIGHTS.items()
            if self.free(client, category, day=day)
        }

    def _words(self, category: str, urgency: str, *, helper: str, chance: Chance) -> str:
        while True:
            what = chance.pick(voice.CATEGORIES[category])
            text = f"{what}. {chance.pick(voice.DETAILS).format(helper=helper)}".strip()
            if urgency == "spoed":
                text = chance.pick(voice.URGENT).format(what=text)
            if text not in self._told:
                self._told.add(text)
                return text


def _responsibility(category: str, *, rents: bool, chance: Chance) -> str:
    weights = voice.RESPONSIBILITIES.get(category, voice.OWN_WISH)
    return chance.weighted(weights) if rents else "eigen_wens"
