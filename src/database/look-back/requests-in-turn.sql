-- Which requests were sent while an earlier one of the same aanbieder for the same Client was pending?
-- One row for each Bericht, 315 or 317: regel 0.
-- A request is pending until it is refused, by an answer or a retourbericht, or granted by a Toewijzing that names it.
with request as (
  select distinct
    verzoek.gemeente_code, verzoek.bericht_id, verzoek.wet, verzoek.aanbieder, verzoek.client,
    verzoek.referentie_aanbieder, verzoek.dagtekening, geldig_bericht.bekend_tot
  from verzoek
  join geldig_bericht using (gemeente_code, bericht_id)
),
own as (
  select distinct request.gemeente_code, request.bericht_id, request.wet, request.aanbieder, request.client,
    request.dagtekening
  from request
  join te_beoordelen
    on te_beoordelen.gemeente_code = request.gemeente_code
    and te_beoordelen.bericht_id = request.bericht_id
    and te_beoordelen.regel = 0
)
select distinct own.gemeente_code, own.bericht_id, 0 as regel, 'TR374' as rule
from own
join request as pending
  on pending.gemeente_code = own.gemeente_code
  and pending.wet = own.wet
  and pending.aanbieder = own.aanbieder
  and pending.client = own.client
  and pending.bekend_tot > own.dagtekening
  and (pending.dagtekening, pending.bericht_id) < (own.dagtekening, own.bericht_id)
where not exists (
    select 1
    from antwoord
    join geldig_bericht using (gemeente_code, bericht_id)
    where antwoord.gemeente_code = pending.gemeente_code
      and antwoord.wet = pending.wet
      and antwoord.aanbieder = pending.aanbieder
      and antwoord.referentie_aanbieder = pending.referentie_aanbieder
      and antwoord.verzoek_antwoord = '1'
      and antwoord.dagtekening <= own.dagtekening
  )
  and not exists (
    select 1
    from toewijzing_versie
    join geldig_bericht using (gemeente_code, bericht_id)
    where toewijzing_versie.gemeente_code = pending.gemeente_code
      and toewijzing_versie.wet = pending.wet
      and toewijzing_versie.aanbieder = pending.aanbieder
      and toewijzing_versie.client = pending.client
      and toewijzing_versie.referentie_aanbieder = pending.referentie_aanbieder
      and toewijzing_versie.dagtekening <= own.dagtekening
  )
