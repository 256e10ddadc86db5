-- Each ended traject whose last reden says whether it ended as planned. Moving, dying, another aanbieder or a changed
-- Toewijzing say nothing about that, and 31 is "volgens plan" in the Jeugdwet but "verhuizing" in the Wmo.
select
  ended_traject.*,
  case
    when wet = 'Jeugdwet' and reden_beeindiging in ('32', '33', '34') then true
    when wet = 'Wmo' and reden_beeindiging in ('21', '22', '23') then true
    else false
  end as ended_early
from ended_traject
where (wet = 'Jeugdwet' and reden_beeindiging in ('31', '32', '33', '34'))
  or (wet = 'Wmo' and reden_beeindiging in ('19', '21', '22', '23'))
