-- The next version of where an application's payments go, by assessment's published function (V090).
SELECT add_account(:application, CAST(:rail AS rail), :fingerprint, :last3, :sealed, :person, :reason,
                   :evidence)
