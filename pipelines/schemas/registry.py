"""All records in load order: what others point to comes first."""

from pipelines.schemas.booking import BOOKING
from pipelines.schemas.calendar_day import CALENDAR_DAY
from pipelines.schemas.care_request import CARE_REQUEST
from pipelines.schemas.care_visit import CARE_VISIT
from pipelines.schemas.checkin import CHECKIN
from pipelines.schemas.column import Record
from pipelines.schemas.contact import CONTACT
from pipelines.schemas.coordination import COORDINATION
from pipelines.schemas.feedback import FEEDBACK
from pipelines.schemas.helper import HELPER
from pipelines.schemas.job import JOB
from pipelines.schemas.member import MEMBER
from pipelines.schemas.offer import OFFER
from pipelines.schemas.parameter import PARAMETER
from pipelines.schemas.target import TARGET
from pipelines.schemas.vog_check import VOG_CHECK

RECORDS: tuple[Record, ...] = (
    PARAMETER,
    TARGET,
    MEMBER,
    HELPER,
    VOG_CHECK,
    JOB,
    CARE_REQUEST,
    OFFER,
    CARE_VISIT,
    FEEDBACK,
    CHECKIN,
    CONTACT,
    COORDINATION,
    BOOKING,
    CALENDAR_DAY,
)

_BY_TABLE = {record.table: record for record in RECORDS}


def record(table: str) -> Record:
    """Return the record of that table; KeyError when there is none."""
    return _BY_TABLE[table]
