"""The records: one declaration per table, with its pandera model and its cross-record rules."""
