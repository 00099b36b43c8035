-- Records that a resident paid back, by the ledger's function (V102).
SELECT recovery_paid(:case, :amount, :dated, :today, :person, :evidence)::text
