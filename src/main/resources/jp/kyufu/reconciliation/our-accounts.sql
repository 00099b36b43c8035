-- Accounts that programs send from, written as a statement's header gives them.
SELECT DISTINCT concat_ws('-', consignor_bank, consignor_branch, consignor_type, lpad(consignor_account, 10, '0'))
FROM program ORDER BY 1
