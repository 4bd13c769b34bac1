"""Figures F2, F3, F4 as drawn tables: VOG at the start, VOG that runs out, serious reports."""

from tests.lib.figures import ask, ask_all, counted, part

CARE = "care_id | requested_on | status\nZ0001 | 2026-01-05 | lopend"


def vog(*rows: str) -> str:
    return "\n".join(["vog_id | helper_id | issued_on | original_seen_on", *rows])


def visits(*rows: str) -> str:
    lines = [f"B{number:06d} | Z0001 | {row}" for number, row in enumerate(rows)]
    return "\n".join(["visit_id | care_id | helper_id | planned_on", *lines])


def test_nobody_started_and_nobody_is_due():
    assert ask("F2").value is None
    assert ask("F3").value == 0
    assert ask("F4").value == 0
    assert "nothing_counted" in ask("F4").caveats


def test_three_months_before_the_first_visit_is_fresh_and_a_day_more_is_not():
    finding = ask(
        "F2",
        care_requests=CARE,
        care_visits=visits(
            "h1 | 2026-05-31", "h2 | 2026-05-31", "h3 | 2026-05-31", "h3 | 2026-06-30", "h4 | 2026-05-31"
        ),
        vog_checks=vog(
            "V0001 | h1 | 2026-02-28 | 2026-05-31",
            "V0002 | h2 | 2026-02-27 | 2026-03-31",
            "V0003 | h3 | 2026-05-01 | 2026-06-01",
        ),
    )
    assert counted(finding) == (1, 4)


HELPERS = """
helper_id | branch | active_until | pause_from
h1        | zorg   |              |
h2        | beide  |              | 2026-06-01
h3        | zorg   |              |
h4        | zorg   |              |
h5        | klus   |              |
h6        | zorg   | 2026-06-01   |
"""


def test_missing_or_due_within_90_days_of_care_helpers_on_pause_too():
    finding = ask(
        "F3",
        helpers=HELPERS,
        vog_checks=vog(
            "V0001 | h1 | 2023-09-28 | 2023-10-01",  # 36 months on is 28 September, 90 days from 30 June
            "V0002 | h2 | 2020-01-01 | 2020-01-02",
            "V0003 | h2 | 2023-09-29 | 2023-10-01",
            "V0004 | h3 | 2026-01-01 | 2026-07-01",  # seen only tomorrow
        ),
    )
    assert counted(finding) == (3, 4)
    assert part(finding, "beside", "missing").value == 2
    assert part(finding, "beside", "due").value == 1


def test_heavy_reports_count_once_and_say_whether_they_are_open():
    together, klus, zorg = ask_all(
        "F4",
        contacts="""
        contact_id | branch | type   | received_on | severity            | closed_on  | duplicate_of | reopened_on
        Q00001     | zorg   | klacht | 2026-03-01  | zwaar               | 2026-03-10 |              |
        Q00002     | zorg   | klacht | 2026-03-01  | mogelijke_calamiteit |           |              |
        Q00003     | zorg   | klacht | 2026-03-02  | zwaar               |            | Q00001       |
        Q00004     | klus   | klacht | 2026-03-01  | middel              |            |              |
        Q00005     | klus   | vraag  | 2026-03-01  | zwaar               | 2026-03-10 |              | 2026-04-01
        """,
    )
    assert (together.value, klus.value, zorg.value) == (3, 1, 2)
    assert part(together, "beside", "still_open").value == 2
    assert part(ask_all("F4", contacts="")[0], "beside", "still_open").value == 0
