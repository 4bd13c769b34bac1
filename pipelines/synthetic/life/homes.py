"""How each person lives: the landlord, the standing as a tenant, a move in the year."""

from dataclasses import dataclass
from datetime import date

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.town import Person, Town

LANDLORDS = {
    "portaal": 54.0,
    "de_alliantie": 20.0,
    "particuliere_verhuur": 8.0,
    "andere_corporatie": 5.0,
    "eigenaar_bewoner": 12.0,
    "onbekend": 1.0,
}
TENANCIES = {"hoofdhuurder": 78.0, "medehuurder": 14.0, "inwonend": 6.0, "onbekend": 2.0}
MOVERS = {
    "tenant4": date(2026, 2, 1),
    "tenant11": date(2026, 5, 1),
}  # from another landlord to the present one
OLD_LANDLORD = {"portaal": "de_alliantie"}


@dataclass(frozen=True, kw_only=True)
class Home:
    """Where a person lives now, and the landlord before a move."""

    landlord: str
    tenancy: str
    moved_on: date | None = None

    @property
    def rents(self) -> bool:
        """Whether the home is rented."""
        return self.landlord != "eigenaar_bewoner"

    def landlord_on(self, day: date) -> str:
        """Return the landlord on that day, as it should stand on a job reported then."""
        if self.moved_on and day < self.moved_on:
            return OLD_LANDLORD.get(self.landlord, "portaal")
        return self.landlord


def homes_of(town: Town, *, as_of: date, seed: int) -> dict[str, Home]:
    """Return the home of each person by key; people of one household share it."""
    return {key: _home(person, as_of=as_of, seed=seed) for key, person in town.people.items()}


def _home(person: Person, *, as_of: date, seed: int) -> Home:
    landlord = Chance(seed, "home", person.household or person.key).weighted(LANDLORDS)
    tenancy = Chance(seed, "tenancy", person.key).weighted(TENANCIES)
    moved = MOVERS.get(person.key) if landlord != "eigenaar_bewoner" else None
    return Home(
        landlord=landlord,
        tenancy="geen_huurder" if landlord == "eigenaar_bewoner" else tenancy,
        moved_on=moved if moved and moved <= as_of else None,
    )
