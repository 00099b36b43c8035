-- Records a person's word about a lot by the ledger's function (V121).
SELECT tell_lot(:payment, :kind, :dated, :today, :person, :document, :teller)::text
