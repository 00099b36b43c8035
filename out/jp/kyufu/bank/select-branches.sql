-- All branches of one master, in the order of bank and branch code.
-- Promise: as many rows as bank_master.rows says.
SELECT bank, bank_name, bank_kana, branch, branch_name, branch_kana, valid_from, valid_to
FROM bank_branch
WHERE master_id = :master
ORDER BY bank, branch
