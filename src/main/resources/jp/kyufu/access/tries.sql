-- Wrong tries for a person since the last time he or she was let in, and all tries from an address.
-- Promise: one row; both within the windows of :lockFor and :slowFor seconds, by index.
SELECT (SELECT count(*) FROM sign_in s
        WHERE s.person_id = :id AND s.outcome = 'wrong' AND s.at > clock_timestamp() - make_interval(secs => :lockFor)
          AND s.at > coalesce((SELECT max(i.at) FROM sign_in i WHERE i.person_id = :id AND i.outcome = 'in'), '-infinity')
       ) AS wrong,
       (SELECT count(*) FROM sign_in s
        WHERE s.address = :address AND s.outcome <> 'in' AND s.at > clock_timestamp() - make_interval(secs => :slowFor)
       ) AS from_address
