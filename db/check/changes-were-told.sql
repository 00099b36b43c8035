-- Every row that changes with acts of people says what the audit chain last heard of it.
SELECT object FROM wrong_changes()
