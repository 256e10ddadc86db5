-- Each verzoek that was sent by $bekend_op, with the day on which the gemeente first reacted, granted or refused.
-- A 317 is one request, a 315 one for each product. Where a client lives stands in no verzoek: it follows from the
-- Toewijzing that a 317 wants to change, and of a 315 it is not known. One row for each request.
with request as (
  select
    verzoek.wet,
    verzoek.aanbieder,
    verzoek.referentie_aanbieder,
    verzoek.dagtekening,
    verzoek.soort = 'toewijzing' as is_new,
    min(verzoek.client) as client,
    min(verzoek.product_categorie) as product_categorie,
    min(verzoek.product_code) as product_code,
    min(verzoek.toewijzing_nummer) as toewijzing_nummer,
    min(verzoek.verwijzer_type) as verwijzer_type,
    min(verzoek.verwijzer_code) as verwijzer_code
  from verzoek
  join geldig_bericht using (gemeente_code, bericht_id)
  where verzoek.gemeente_code = $gemeente_code
    -- The tables of a suite tell only of what was granted.
    and not exists (
      select 1
      from bericht
      where bericht.gemeente_code = verzoek.gemeente_code
        and bericht.bericht_id = verzoek.bericht_id
        and bericht.release = 'tabel'
    )
    and geldig_bericht.bekend_van <= cast($bekend_op as date)
    and geldig_bericht.bekend_tot > cast($bekend_op as date)
  group by
    verzoek.wet, verzoek.aanbieder, verzoek.referentie_aanbieder, verzoek.dagtekening, verzoek.soort = 'toewijzing'
),
reaction as (
  select
    wet,
    aanbieder,
    referentie_aanbieder,
    min(dagtekening) as reacted_on,
    min(granted_on) as granted_on,
    min(refused_on) as refused_on
  from (
    select wet, aanbieder, referentie_aanbieder, dagtekening, dagtekening as granted_on, cast(null as date) as refused_on
    from toewijzing_versie
    where gemeente_code = $gemeente_code
      and dagtekening <= cast($bekend_op as date)
      and referentie_aanbieder is not null
    union all
    -- 1: refused. 2: it is being looked into.
    select wet, aanbieder, referentie_aanbieder, dagtekening, null, case when verzoek_antwoord = '1' then dagtekening end
    from antwoord
    where gemeente_code = $gemeente_code
      and dagtekening <= cast($bekend_op as date)
  ) as told
  group by wet, aanbieder, referentie_aanbieder
)
select
  $gemeente_code as gemeente_code,
  request.wet,
  -- Who only asked and was never granted anything, has no number yet: such a client gets one below zero.
  coalesce(persoon.persoon, -cast(dense_rank() over (order by request.client) as integer)) as persoon,
  request.aanbieder,
  coalesce(request.product_categorie, known_toewijzing.product_categorie) as product_categorie,
  coalesce(request.product_code, known_toewijzing.product_code) as product_code,
  known_toewijzing.buurt_code,
  known_toewijzing.geboortemaand,
  known_toewijzing.geslacht,
  coalesce(request.verwijzer_type, known_toewijzing.verwijzer_type, 'onbekend') as verwijzer_type,
  coalesce(request.verwijzer_code, known_toewijzing.verwijzer_code) as verwijzer_code,
  request.is_new,
  request.dagtekening as sent_on,
  reaction.reacted_on,
  reaction.granted_on,
  reaction.refused_on
from request
left join persoon
  on persoon.gemeente_code = $gemeente_code
  and persoon.client = request.client
left join reaction
  on reaction.wet = request.wet
  and reaction.aanbieder = request.aanbieder
  and reaction.referentie_aanbieder = request.referentie_aanbieder
left join known_toewijzing
  on known_toewijzing.wet = request.wet
  and known_toewijzing.aanbieder = request.aanbieder
  and known_toewijzing.toewijzing_nummer = request.toewijzing_nummer
