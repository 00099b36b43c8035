-- Room for the keys that came out otherwise; gone with the transaction.
CREATE TEMP TABLE refolded_form (application_id bigint, name_key bigint) ON COMMIT DROP
