-- Rows set aside only because what they point to is missing are tried again; an intake row is known again by a keyed
-- code of its answers, so that a form export delivered twice is numbered once.

ALTER TABLE log.quarantine ADD COLUMN retry BOOLEAN;
ALTER TABLE log.intake ADD COLUMN code VARCHAR;
ALTER TABLE log.intake ADD COLUMN file VARCHAR;
ALTER TABLE log.intake ADD COLUMN sheet VARCHAR;
ALTER TABLE log.files ADD COLUMN form BOOLEAN;
