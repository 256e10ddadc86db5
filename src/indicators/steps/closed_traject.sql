-- Each ended traject, and why it says nothing of how help ends.
-- One row for each ended traject.
select
  ended_traject.*,
  case
    when reden_beeindiging is null then 'zonder reden van beëindiging'
    when reden_beeindiging in ('20', '37', '38') then 'tijdelijk gestopt, gewijzigd of naar een andere aanbieder'
  end as why_not
from ended_traject
