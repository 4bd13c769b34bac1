"""The rows now in quarantine, as figures count them."""

PUT_ASIDE = "quarantine"  # the table of them beside the records: `id`

# Each row once, whatever number of faults it has.
PUT_ASIDE_SQL = (
    "SELECT min(id) AS id FROM log.quarantine WHERE status = 'open' GROUP BY load_id, file, sheet, source_row"
)
