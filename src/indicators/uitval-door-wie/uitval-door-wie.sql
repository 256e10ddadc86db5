-- Through whom did trajecten stop early: the client, the aanbieder or both together?
-- One row for each traject that ended with a reden that says so, and each of the three.
select
  judged_traject.*,
  einddatum as on_day,
  ended_by.part,
  case when judged_traject.reden_beeindiging = ended_by.reden then 1 else 0 end as numerator,
  1 as denominator
from judged_traject
join (
  values
    ('Jeugdwet', '32', 'client'),
    ('Jeugdwet', '33', 'aanbieder'),
    ('Jeugdwet', '34', 'in-overleg'),
    ('Wmo', '21', 'client'),
    ('Wmo', '22', 'aanbieder'),
    ('Wmo', '23', 'in-overleg')
) as ended_by(wet, reden, part) on ended_by.wet = judged_traject.wet
