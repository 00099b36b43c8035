-- What kyufu_app may do. It owns nothing. By default it may read and add rows; it may change or delete only what is
-- listed below, one line for a table, with the reason. A table that is not listed is append-only.
-- Runs again whenever this file changes, and starts from nothing.

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM kyufu_app;
GRANT USAGE ON SCHEMA public TO kyufu_app;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO kyufu_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO kyufu_app;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO kyufu_app;

-- The same for what later migrations create.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO kyufu_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO kyufu_app;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO kyufu_app;

-- The history of the migrations belongs to Flyway.
REVOKE INSERT ON flyway_schema_history FROM kyufu_app;

-- ---- tables written by functions of the owner alone: no INSERT ---------------------------------------------------

-- payment: numbers, amounts and states come from plan_payments, post_payments and their like.
REVOKE INSERT ON posting, payment_counter, payment, payment_share, payment_event FROM kyufu_app;

-- decline: who declines in writing comes from decline_resident and take_back_decline.
REVOKE INSERT ON decline FROM kyufu_app;

-- correction: what changes after payment comes from correct_claim, follow_recoveries, recovery_paid, ask_recovery and
-- do_recovery; of what is asked and what is done the persons differ.
REVOKE INSERT ON correction, recovery_case, recovery_request, recovery_entry FROM kyufu_app;

-- dispatch: files are made by add_file and take_files and moved by move_files; the last two hold the gate.
REVOKE INSERT ON dispatch_file, dispatch_item, approval FROM kyufu_app;
-- What was sent, doubted and stopped comes from log_sending, move_files, request_stop and answer_stop.
REVOKE INSERT ON file_evidence, resend_request, sending, sending_done, payment_stop, stop_answer FROM kyufu_app;

-- Lots and what happened to them come from the grants themselves, take_lots and tell_lot.
REVOKE INSERT ON point_lot, point_lot_line, point_lot_event FROM kyufu_app;

-- reconciliation: what clears what, what was explained and closed comes from clear_lines, explain_item and close_day.
REVOKE INSERT ON clearing, cleared, explanation, day_close, day_close_line, day_close_recovery FROM kyufu_app;

-- audit: audit_record notes, the commit chains.
REVOKE INSERT ON audit_event, audit_pending FROM kyufu_app;

-- vault: keys come from begin_keys and rotate_keys, which ask for a proof of the present master key.
REVOKE INSERT ON data_key, master_key FROM kyufu_app;

-- ---- the list: UPDATE (columns where possible) and DELETE, by stage ----------------------------------------------

-- database: Spring Batch keeps the state of its runs here.
GRANT UPDATE, DELETE ON batch_job_instance, batch_job_execution, batch_job_execution_params, batch_job_execution_context,
    batch_step_execution, batch_step_execution_context TO kyufu_app;

-- access: an end date may be set later.
GRANT UPDATE (ends_on) ON person TO kyufu_app;

-- program: terms are amended (a trigger keeps what a payment has fixed), never its id, code and opening; a budget is
-- replaced as a whole.
GRANT UPDATE (name, reference_date, window_from, window_to, rate_cash, rate_points, cap_cash, cap_points, points_currency,
    points_expires, consignor_code, consignor_name, consignor_bank, consignor_branch, consignor_type, consignor_account,
    terminator, clearing_house, symbols, records_per_file, cut_off, earliest_days, latest_days, return_days, today,
    excludes, continues)
    ON program TO kyufu_app;
GRANT UPDATE, DELETE ON budget_line TO kyufu_app;

-- upload: the checkpoint of an import moves with its rows, until the import is complete.
GRANT UPDATE (next_offset, next_line, rows_accepted, rows_repeated, rows_rejected, completed_seq, completed_at)
    ON intake_file TO kyufu_app;
GRANT UPDATE ON intake_counter TO kyufu_app;

-- register: a snapshot is completed once; its rows give way to those of a newer one; folded keys follow the map of
-- kanji variants.
GRANT UPDATE (completed_at) ON register_snapshot TO kyufu_app;
GRANT UPDATE (current, name_key, given_key, family_key) ON resident TO kyufu_app;
GRANT UPDATE (name_key) ON resident_alias TO kyufu_app;

-- intake: the folded key follows the map of kanji variants; a trigger keeps the rest of an application.
GRANT UPDATE (name_key) ON application TO kyufu_app;

-- matching: an outcome changes until its payment is in a file, and its candidates with it; a decision can be taken back.
GRANT UPDATE (snapshot_id, resident_no, household_no, method, weight, gap, pattern, model, code)
    ON match TO kyufu_app;
GRANT DELETE ON match_evidence TO kyufu_app;
GRANT UPDATE (revoked_by, revoked_at) ON match_decision TO kyufu_app;

-- assessment: decisions follow the facts (a trigger keeps their history), findings are decided once (by trigger),
-- entitlements lose and regain their hold, runs finish. Accounts come in as applicants wrote them, version 1; any other
-- by add_account, with who and why. Findings come in open.
GRANT UPDATE (run_id, state, codes, household_no, rail, amount, residents, members, declined, reserved, duplicate_of)
    ON decision TO kyufu_app;
REVOKE INSERT ON account, finding FROM kyufu_app;
GRANT INSERT (application_id, version, rail, fingerprint, last3, sealed, changed_at) ON account TO kyufu_app;
GRANT INSERT (program_id, code, application_id, payment_no, household_no, resident_no, other_resident_no, detail)
    ON finding TO kyufu_app;
GRANT UPDATE (state, decision, decided_by, decided_at, reason) ON finding TO kyufu_app;
GRANT UPDATE (ineligible_snapshot, same_as, excluded_by) ON entitlement TO kyufu_app;
GRANT UPDATE (finished_at) ON assessment_run TO kyufu_app;
REVOKE INSERT ON decision_history FROM kyufu_app;
