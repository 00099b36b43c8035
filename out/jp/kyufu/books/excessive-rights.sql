-- How the application connects, if it may do more than kyufu_app may: as a superuser, as the owner of a table, or
-- with the right to change the ledger.
SELECT current_user AS connected_as
FROM pg_roles r
WHERE r.rolname = current_user
  AND (r.rolsuper
       OR EXISTS (SELECT 1 FROM pg_tables t
                  WHERE t.schemaname = 'public' AND pg_has_role(current_user, t.tableowner, 'MEMBER'))
       OR has_table_privilege('payment_event', 'INSERT, UPDATE, DELETE')
       OR has_table_privilege('payment', 'INSERT, UPDATE, DELETE')
       OR has_table_privilege('dispatch_file', 'INSERT, UPDATE, DELETE'))
