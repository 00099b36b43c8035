-- Room for the keys that came out otherwise; gone with the transaction.
CREATE TEMP TABLE refolded_name (resident_no text COLLATE "C", snapshot_id integer, kind text, name_key bigint,
                                 given_key bigint, family_key bigint) ON COMMIT DROP
