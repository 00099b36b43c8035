-- Opens a program with its terms.
-- Promise: one row with the new id, or none where the code is taken.
INSERT INTO program (
    code, name, reference_date, window_from, window_to, rate_cash, rate_points, cap_cash, cap_points,
    points_currency, points_expires,
    consignor_code, consignor_name, consignor_bank, consignor_branch, consignor_type, consignor_account,
    terminator, clearing_house, symbols, records_per_file, cut_off, earliest_days, latest_days, return_days,
    today, excludes, continues, opened_at, opened_by)
VALUES (
    :code, :name, :reference_date, :window_from, :window_to, :rate_cash, :rate_points, :cap_cash, :cap_points,
    :points_currency, :points_expires,
    :consignor_code, :consignor_name, :consignor_bank, :consignor_branch, :consignor_type, :consignor_account,
    :terminator, :clearing_house, :symbols, :records_per_file, :cut_off, :earliest_days, :latest_days, :return_days,
    :today, CAST(:excludes AS text[]), :continues, :at, :person)
ON CONFLICT (code) DO NOTHING
RETURNING program_id
