-- What happened to the store: migrations, loads, files, faults, rows set aside, earlier versions, intake.
-- Values here are typed, pseudonymous and without identifying answers.

CREATE SCHEMA log;

CREATE TABLE log.migrations (number INTEGER, name VARCHAR, applied_at TIMESTAMP);

CREATE TABLE log.loads (
    load_id BIGINT, started_at TIMESTAMP, finished_at TIMESTAMP, source VARCHAR, versions JSON, vault BIGINT
);

CREATE TABLE log.files (
    load_id BIGINT, file VARCHAR, sha256 VARCHAR, sheet VARCHAR, record VARCHAR, "rows" BIGINT, accepted BIGINT,
    corrected BIGINT, unchanged BIGINT, intake BIGINT, rejected BIGINT, blank BIGINT
);

CREATE TABLE log.faults (
    load_id BIGINT, file VARCHAR, sheet VARCHAR, record VARCHAR, source_row BIGINT, "column" VARCHAR,
    rule VARCHAR, level VARCHAR, message VARCHAR
);

CREATE TABLE log.quarantine (
    id BIGINT, load_id BIGINT, file VARCHAR, sheet VARCHAR, record VARCHAR, source_row BIGINT, "column" VARCHAR,
    rule VARCHAR, level VARCHAR, key VARCHAR, payload JSON, status VARCHAR, reason VARCHAR
);

CREATE TABLE log.history (load_id BIGINT, record VARCHAR, key VARCHAR, "row" JSON);

CREATE TABLE log.intake (
    id BIGINT, load_id BIGINT, record VARCHAR, source_row BIGINT, "values" JSON, status VARCHAR
);

-- Facts about the store itself: which key it belongs to (a check value, not the key), what was generated from what.
CREATE TABLE log.store (name VARCHAR, value VARCHAR);
