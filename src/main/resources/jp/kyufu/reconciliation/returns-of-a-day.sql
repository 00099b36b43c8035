-- Credits that say a transfer came back and name no payment, day by day, where their sum is that of the returns posted
-- on one day whose money is not back yet, and no other day fits: their lines and those payments under one head.
WITH credit AS (
    SELECT b.line_no, b.posted_on, b.amount, min(s.program_id) AS program_id,
           min(concat_ws('-', t.bank, t.branch, t.account_type, t.account)) AS account
    FROM statement_bucket b JOIN statement t USING (statement_no) JOIN statement_program s USING (statement_no)
    WHERE b.bucket = 'UNEXPLAINED' AND b.credit AND b.came_back AND b.payment_no IS NULL
    GROUP BY b.line_no, b.posted_on, b.amount
), came AS (
    SELECT account, posted_on, min(line_no) AS head, sum(amount) AS sum FROM credit GROUP BY account, posted_on
), back AS (
    SELECT p.payment_no, p.amount, g.business_day,
           concat_ws('-', o.consignor_bank, o.consignor_branch, o.consignor_type,
                     lpad(o.consignor_account, 10, '0')) AS account
    FROM payment p
    JOIN program o USING (program_id)
    JOIN payment_event e ON e.payment_no = p.payment_no AND e.to_state = 'RETURNED'
    JOIN posting g USING (posting_id)
    JOIN dispatch_item i ON i.payment_no = p.payment_no
    JOIN dispatch_file d ON d.file_no = i.file_no AND d.released_at IS NOT NULL AND d.state <> 'CANCELLED'
    WHERE p.rail = 'CASH' AND p.state = 'RETURNED'
      AND NOT EXISTS (SELECT 1 FROM cleared c WHERE c.payment_no = p.payment_no)
), known AS (
    SELECT account, business_day, sum(amount) AS sum FROM back GROUP BY account, business_day
), fit AS (
    SELECT c.account, c.posted_on, c.head, k.business_day,
           count(*) OVER (PARTITION BY c.account, c.posted_on) AS days,
           count(*) OVER (PARTITION BY k.account, k.business_day) AS credits
    FROM came c JOIN known k USING (account, sum)
)
SELECT f.head, true AS line, c.line_no
FROM fit f JOIN credit c USING (account, posted_on)
WHERE f.days = 1 AND f.credits = 1
UNION ALL
SELECT f.head, false, b.payment_no
FROM fit f JOIN back b USING (account, business_day)
WHERE f.days = 1 AND f.credits = 1
