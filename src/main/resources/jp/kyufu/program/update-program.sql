-- Gives a program amended terms; its code, id and opening stay.
-- Promise: one row. A trigger refuses what may not change once a payment exists.
UPDATE program SET
    name = :name, reference_date = :reference_date, window_from = :window_from, window_to = :window_to,
    rate_cash = :rate_cash, rate_points = :rate_points, cap_cash = :cap_cash, cap_points = :cap_points,
    points_currency = :points_currency, points_expires = :points_expires,
    consignor_code = :consignor_code, consignor_name = :consignor_name, consignor_bank = :consignor_bank,
    consignor_branch = :consignor_branch, consignor_type = :consignor_type,
    consignor_account = :consignor_account,
    terminator = :terminator, clearing_house = :clearing_house, symbols = :symbols,
    records_per_file = :records_per_file, cut_off = :cut_off, earliest_days = :earliest_days,
    latest_days = :latest_days, return_days = :return_days, today = :today,
    excludes = CAST(:excludes AS text[]), continues = :continues
WHERE code = :code
