-- The 15 records as the warehouse keeps them: no name, street, phone or e-mail (those are in the vault), the
-- postcode as four digits, people as pseudonyms, and where each row came from. No primary keys: the loader keeps
-- keys single, and an index would cost more than the load itself at a federation's volume.

CREATE TABLE members (
    "member_id" VARCHAR, "birth_year" BIGINT, "postcode4" VARCHAR, "household_id" VARCHAR,
    "landlord" VARCHAR, "tenancy_status" VARCHAR, "role_job_client" BOOLEAN, "role_care_client" BOOLEAN,
    "role_helper_jobs" BOOLEAN, "role_helper_care" BOOLEAN, "role_carer_contact" BOOLEAN,
    "contact_for_id" VARCHAR, "membership" VARCHAR, "member_no" BIGINT, "member_from" DATE,
    "notice_received" DATE, "notice_confirmed" DATE, "member_until" DATE, "registered_on" DATE,
    "ended_on" DATE, "end_reason" VARCHAR, "privacy_notice_on" DATE, "consent_health_on" DATE,
    "consent_survey" BOOLEAN, "consent_landlord" BOOLEAN, "consent_withdrawn_on" DATE, "heard_via" VARCHAR,
    "duplicate_of" VARCHAR, "source_file" VARCHAR, "source_row" BIGINT, "loaded_at" TIMESTAMP
);

CREATE TABLE helpers (
    "helper_id" VARCHAR, "branch" VARCHAR, "engagement" VARCHAR, "kvk_checked_on" DATE, "agreement_on" DATE,
    "insurance_until" DATE, "rate_eur_hour" DOUBLE, "capacity_hours_week" DOUBLE, "capacity_clients" BIGINT,
    "max_asks_4w" BIGINT, "skills" VARCHAR, "not_doing" VARCHAR, "days_available" VARCHAR,
    "active_from" DATE, "active_until" DATE, "stop_reason" VARCHAR, "pause_from" DATE, "pause_until" DATE,
    "backup_id" VARCHAR, "source_file" VARCHAR, "source_row" BIGINT, "loaded_at" TIMESTAMP
);

CREATE TABLE vog_checks (
    "vog_id" VARCHAR, "helper_id" VARCHAR, "requested_on" DATE, "issued_on" DATE, "original_seen_on" DATE,
    "seen_by" VARCHAR, "profile" VARCHAR, "status" VARCHAR, "free_scheme" BOOLEAN, "recheck_due" DATE,
    "source_file" VARCHAR, "source_row" BIGINT, "loaded_at" TIMESTAMP
);

CREATE TABLE jobs (
    "job_id" VARCHAR, "client_id" VARCHAR, "reported_on" DATE, "reported_time" TIME,
    "reported_daypart" VARCHAR, "channel" VARCHAR, "landlord_at_report" VARCHAR, "category" VARCHAR,
    "description" VARCHAR, "urgency" VARCHAR, "responsibility" VARCHAR, "wanted_by" DATE,
    "first_response_on" DATE, "first_response_time" TIME, "appointment_on" DATE,
    "appointment_first_on" DATE, "completed_on" DATE, "status" VARCHAR, "close_reason" VARCHAR,
    "referred_to" VARCHAR, "hours_worked" DOUBLE, "price_eur" DOUBLE, "payer" VARCHAR, "closed_on" DATE,
    "redo_of" VARCHAR, "duplicate_of" VARCHAR, "source_file" VARCHAR, "source_row" BIGINT,
    "loaded_at" TIMESTAMP
);

CREATE TABLE offers (
    "offer_id" VARCHAR, "request_type" VARCHAR, "request_id" VARCHAR, "helper_id" VARCHAR,
    "offered_on" DATE, "channel" VARCHAR, "response" VARCHAR, "responded_on" DATE, "decline_reason" VARCHAR,
    "match_start" DATE, "match_end" DATE, "match_end_reason" VARCHAR, "source_file" VARCHAR,
    "source_row" BIGINT, "loaded_at" TIMESTAMP
);

CREATE TABLE care_requests (
    "care_id" VARCHAR, "client_id" VARCHAR, "requested_on" DATE, "requested_by" VARCHAR, "funding" VARCHAR,
    "help_type" VARCHAR, "hours_week" DOUBLE, "frequency" VARCHAR, "wanted_from" DATE, "intake_on" DATE,
    "status" VARCHAR, "ended_on" DATE, "end_reason" VARCHAR, "previous_id" VARCHAR, "source_file" VARCHAR,
    "source_row" BIGINT, "loaded_at" TIMESTAMP
);

CREATE TABLE care_visits (
    "visit_id" VARCHAR, "care_id" VARCHAR, "helper_id" VARCHAR, "planned_on" DATE, "planned_start" TIME,
    "planned_hours" DOUBLE, "status" VARCHAR, "cancelled_on" DATE, "actual_hours" DOUBLE,
    "replaces_id" VARCHAR, "paid" VARCHAR, "amount_eur" DOUBLE, "signal" BOOLEAN, "note" VARCHAR,
    "source_file" VARCHAR, "source_row" BIGINT, "loaded_at" TIMESTAMP
);

CREATE TABLE feedback_clients (
    "feedback_id" VARCHAR, "branch" VARCHAR, "about_id" VARCHAR, "respondent_id" VARCHAR,
    "respondent_role" VARCHAR, "landlord" VARCHAR, "invited_on" DATE, "answered_on" DATE, "mode" VARCHAR,
    "collected_by" VARCHAR, "anonymous" BOOLEAN, "grade" BIGINT, "q_quality" BIGINT, "q_fits" BIGINT,
    "q_manage" BIGINT, "q_quick" BIGINT, "q_serious" BIGINT, "again" VARCHAR, "comment" VARCHAR,
    "source_file" VARCHAR, "source_row" BIGINT, "loaded_at" TIMESTAMP
);

CREATE TABLE helper_checkins (
    "checkin_id" VARCHAR, "helper_id" VARCHAR, "asked_on" DATE, "answered_on" DATE, "load" BIGINT,
    "asked_too_often" VARCHAR, "perseverance" VARCHAR, "felt_supported" BIGINT, "ediz" BIGINT,
    "wants_call" BOOLEAN, "called_on" DATE, "comment" VARCHAR, "source_file" VARCHAR, "source_row" BIGINT,
    "loaded_at" TIMESTAMP
);

CREATE TABLE contacts (
    "contact_id" VARCHAR, "received_on" DATE, "received_time" TIME, "channel" VARCHAR, "from_id" VARCHAR,
    "from_role" VARCHAR, "branch" VARCHAR, "type" VARCHAR, "sentiment" VARCHAR, "severity" VARCHAR,
    "about_request" VARCHAR, "about_helper" VARCHAR, "text" VARCHAR, "themes" VARCHAR, "handled_by" VARCHAR,
    "acknowledged_on" DATE, "answered_on" DATE, "extended_on" DATE, "due_on" DATE, "closed_on" DATE,
    "outcome" VARCHAR, "measure" VARCHAR, "escalated_to" VARCHAR, "reopened_on" DATE,
    "duplicate_of" VARCHAR, "source_file" VARCHAR, "source_row" BIGINT, "loaded_at" TIMESTAMP
);

CREATE TABLE parameters (
    "param_key" VARCHAR, "value" VARCHAR, "unit" VARCHAR, "valid_from" DATE, "valid_to" DATE,
    "basis" VARCHAR, "decided_by" VARCHAR, "decided_on" DATE, "source_file" VARCHAR, "source_row" BIGINT,
    "loaded_at" TIMESTAMP
);

CREATE TABLE targets (
    "kpi_code" VARCHAR, "audience" VARCHAR, "target" DOUBLE, "floor" DOUBLE, "min_n" BIGINT,
    "evidence_rule" VARCHAR, "valid_from" DATE, "decided_on" DATE, "source_file" VARCHAR,
    "source_row" BIGINT, "loaded_at" TIMESTAMP
);

CREATE TABLE coordination (
    "week_start" DATE, "person" VARCHAR, "hours_matching" DOUBLE, "hours_contact" DOUBLE,
    "hours_admin" DOUBLE, "paid" BOOLEAN, "source_file" VARCHAR, "source_row" BIGINT, "loaded_at" TIMESTAMP
);

CREATE TABLE ledger (
    "entry_id" VARCHAR, "booked_on" DATE, "branch" VARCHAR, "kind" VARCHAR, "amount_eur" DOUBLE,
    "local" BOOLEAN, "source_file" VARCHAR, "source_row" BIGINT, "loaded_at" TIMESTAMP
);

CREATE TABLE calendar (
    "day" DATE, "is_workday" BOOLEAN, "wd_idx" BIGINT, "source_file" VARCHAR, "source_row" BIGINT,
    "loaded_at" TIMESTAMP
);
