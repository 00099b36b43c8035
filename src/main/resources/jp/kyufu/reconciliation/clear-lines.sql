-- Clears lines of statements by the ledger's function (V125): all groups or none.
SELECT clear_lines(:kind, :today, :person, :why, :lines, :heads, :files, :fileHeads, :payments, :paymentHeads)::text
