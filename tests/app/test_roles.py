"""Roles: from our own file, nobody by default, asked again before all data; and which pages go with which role."""

import os

import pytest

from dashboard import access
from dashboard.access import COORDINATOR_HERE, DEMO_READERS, ON_THIS_MACHINE, Reader
from dashboard.entry.navigation import PLACES, places_for, places_without_role
from dashboard.login import Door
from dashboard.logins import LOGINS, Login, Logins
from dashboard.rights import may_open
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import AccessRefused, WerkplaatsError
from tests.lib.worlds import world_copy, world_home

SEEN_BY = {
    "": set(Audience),
    "deelname": set(Audience),
    "klussen": set(Audience) - {Audience.GEMEENTE},
    "zorg": set(Audience),
    "reactietijd": set(Audience),
    "match": {Audience.COMMISSIE, Audience.COORDINATOR, Audience.GEMEENTE},
    "klachten": set(Audience),
    "belasting": {Audience.COMMISSIE, Audience.COORDINATOR},
    "vrijgeven": {Audience.COMMISSIE, Audience.COORDINATOR},
    "corporatie": {Audience.PORTAAL, Audience.DE_ALLIANTIE},
    "gemeente": {Audience.GEMEENTE},
    "regels": {Audience.COORDINATOR},
    "vertrouwen": set(Audience),
    "begrippen": set(Audience),
    "toegankelijkheid": set(Audience),
    "privacy": set(Audience),
}
LOG_IN = """
[inloggen]
adres = "https://cijfers.example.org"
[personen]
"Marja@Example.org" = "commissie"
"jan@portaal.example" = "Portaal"
"els@alliantie.example" = "De Alliantie"
"""
ALIVE = Login(key="een", expires=9e12, idle=60)


@pytest.fixture
def real(tmp_path):
    """A home with data of people who are taken for real."""
    home = Home(world_copy("nothing_yet", tmp_path))
    home.demo_key.unlink()
    return home


def written(home, text):
    access.rules_file(home).write_text(text, encoding="utf-8")
    return home


def reader(email="marja@example.org", audience=Audience.COMMISSIE, login=ALIVE):
    return Reader(email=email, name="Marja", audience=audience, login=login)


@pytest.mark.parametrize("audience", Audience)
def test_role_has_these_pages_and_no_others(audience):
    pages = [place.address for place in places_for(DEMO_READERS[audience])]
    assert len(set(pages)) == len(pages)
    assert set(pages) == {address for address, seen in SEEN_BY.items() if audience in seen}
    assert {address for address in SEEN_BY if may_open(audience, address)} == set(pages)


@pytest.mark.parametrize("state", [door for door in Door if door is not Door.OPEN])
def test_without_a_role_only_accessibility_and_privacy_are_there(state):
    places = places_without_role(state)
    assert len({place.address for place in places}) == len(places)
    own = {place.write: place.address for place in PLACES}
    assert {own[place.write] for place in places if place.write in own} == {"toegankelijkheid", "privacy"}


class TestFile:
    def test_nobody_has_a_role_without_it(self, real):
        assert access.roles(real) == {}
        assert access.role_of("marja@example.org", home=real) is None

    def test_addresses_are_the_same_in_capitals(self, real):
        written(real, LOG_IN)
        assert access.role_of(" MARJA@example.ORG ", home=real) is Audience.COMMISSIE
        assert access.role_of("jan@portaal.example", home=real) is Audience.PORTAAL
        assert access.role_of("els@alliantie.example", home=real) is Audience.DE_ALLIANTIE
        assert access.role_of("marja@example.org.evil.example", home=real) is None

    def test_is_read_again_when_it_changes(self, real):
        written(real, LOG_IN)
        assert access.may_see(reader(), home=real)
        written(real, LOG_IN.replace("commissie", "gemeente"))
        assert not access.may_see(reader(), home=real)

    def test_may_stand_elsewhere(self, real, tmp_path, monkeypatch):
        elsewhere = tmp_path / "rollen.toml"
        elsewhere.write_text(LOG_IN, encoding="utf-8")
        monkeypatch.setenv(access.VARIABLE, str(elsewhere))
        assert access.role_of("marja@example.org", home=real) is Audience.COMMISSIE

    def test_that_should_stand_elsewhere_and_does_not_opens_nothing(self, real, tmp_path, monkeypatch):
        monkeypatch.setenv(access.VARIABLE, str(tmp_path / "weg.toml"))
        with pytest.raises(WerkplaatsError, match=r"weg\.toml"):
            access.may_see(COORDINATOR_HERE, home=real)

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("[personen", "niet te lezen"),
            ('[personen]\n"a@b.nl" = "baas"', "‘baas’ bestaat niet"),
            ('[personen]\n"a@b.nl" = ["commissie"]', "bestaat niet"),
            ('[personen]\n"a@b.nl" = "commissie"\n"A@B.nl " = "coordinator"', r"a@b\.nl twee keer"),
            ('personen = "a@b.nl"', "‘personen’ geen onderdeel"),
            ("inloggen = true", "‘inloggen’ geen onderdeel"),
            ('[Personen]\n"a@b.nl" = "commissie"', "‘Personen’ geen onderdeel"),
            ('[inloggen]\ngeheim = "x"', "‘geheim’ geen betekenis"),
            *(
                (f"[inloggen]\nminuten_stil = {minutes}", "minuten_stil")
                for minutes in ("0", "-5", "inf", "nan", "true", '"dertig"', "100_000")
            ),
        ],
    )
    def test_that_has_a_mistake_opens_nothing_and_says_which(self, real, text, says):
        written(real, text)
        with pytest.raises(WerkplaatsError, match=says) as refused:
            access.role_of("a@b.nl", home=real)
        assert refused.value.action


class TestMaySee:
    def test_nobody(self, real):
        assert not access.may_see(None, home=real)

    def test_real_data_only_by_log_in_or_as_coordinator_here(self, real, monkeypatch):
        assert not access.may_see(COORDINATOR_HERE, home=real)
        assert not any(access.may_see(one, home=real) for one in DEMO_READERS.values())
        monkeypatch.setitem(os.environ, ON_THIS_MACHINE, "1")
        assert access.may_see(COORDINATOR_HERE, home=real)
        assert not access.may_see(reader(login=None), home=real)

    def test_log_in_shuts_every_other_way(self, real, monkeypatch):
        written(real, LOG_IN)
        monkeypatch.setitem(os.environ, ON_THIS_MACHINE, "1")
        assert not access.may_see(COORDINATOR_HERE, home=real)
        assert not access.may_see(reader(login=None), home=real)
        assert access.may_see(reader(), home=real)

    def test_demo_readers_see_the_demo_until_people_log_in(self, tmp_path):
        home = Home(world_copy("nothing_yet", tmp_path))
        assert all(access.may_see(one, home=home) for one in DEMO_READERS.values())
        written(home, LOG_IN)
        assert not any(access.may_see(one, home=home) for one in DEMO_READERS.values())

    def test_invented_name_with_another_role_is_nobody(self):
        made_up = Reader(email="x@voorbeeld", name="X", audience=Audience.COORDINATOR, demo=True)
        assert not access.may_see(made_up, home=Home(world_home("nothing_yet")))

    def test_log_in_that_ended_sees_nothing_more(self, real):
        written(real, LOG_IN)
        ended = Login(key="twee", expires=9e12, idle=60)
        LOGINS.end(ended)
        assert not access.may_see(reader(login=ended), home=real)
        with pytest.raises(AccessRefused):
            access.check(reader(login=ended), home=real)


class TestActing:
    def test_demo_has_its_own_people(self):
        home = Home(world_home("nothing_yet"))
        assert access.acting(home, by=None, roles=[Audience.COMMISSIE]).email == "commissie@voorbeeld"
        named = access.acting(home, by="coordinator@voorbeeld", roles=[Audience.COORDINATOR])
        assert named.audience is Audience.COORDINATOR
        with pytest.raises(AccessRefused):
            access.acting(home, by="commissie@voorbeeld", roles=[Audience.COORDINATOR])

    def test_real_home_asks_who(self, real, monkeypatch):
        written(real, LOG_IN)
        with pytest.raises(AccessRefused, match="--by"):
            access.acting(real, by=None, roles=[Audience.COMMISSIE])
        monkeypatch.setenv(access.PERSON, "marja@example.org")
        assert access.acting(real, by=None, roles=[Audience.COMMISSIE]).email == "marja@example.org"
        with pytest.raises(AccessRefused, match="coördinator"):
            access.acting(real, by=None, roles=[Audience.COORDINATOR])


class TestLogins:
    @pytest.fixture
    def clock(self):
        return [1000.0]

    @pytest.fixture
    def logins(self, clock):
        return Logins(clock=lambda: clock[0])

    def test_idle_too_long_is_out_and_stays_out(self, logins, clock):
        login = Login(key="a", expires=9e9, idle=60)
        assert logins.use(login)
        clock[0] += 59
        assert logins.use(login)
        clock[0] += 60
        assert not logins.use(login)
        clock[0] += 1
        assert not logins.use(login)

    def test_looking_at_it_is_not_using_it(self, logins, clock):
        login = Login(key="a", expires=9e9, idle=60)
        logins.use(login)
        clock[0] += 50
        assert logins.good(login)
        assert logins.left(login) == 10
        assert logins.can_stay(login)

    def test_nobody_stays_longer_than_the_provider_vouches(self, logins, clock):
        login = Login(key="a", expires=1030.0, idle=60)
        assert logins.use(login)
        assert not logins.can_stay(login)
        clock[0] = 1030.0
        assert not logins.use(login)

    def test_identity_without_an_end_has_ended(self, logins):
        assert not logins.use(Login.of({"sub": "a", "iat": 1}, idle=60))
        assert not logins.use(Login.of({"sub": "a", "iat": 1, "exp": "later"}, idle=60))

    def test_next_log_in_of_the_same_person_is_another(self):
        first, second = (Login.of({"sub": "a", "iat": at, "exp": 9e9}, idle=60) for at in (1, 2))
        assert first.key != second.key
