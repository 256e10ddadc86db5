-- Who began to get help, after 12 months or more without any, of either wet; and with what: the heaviest help that began
-- within 30 days, since one decision often brings several kinds of help that do not begin on the same day.
-- One row for each person and such a begin.
with span_after as (
  select
    helped_span.persoon,
    helped_span.begindatum,
    max(helped_until) over (
      partition by persoon
      order by begindatum
      rows between unbounded preceding and 1 preceding
    ) as helped_before
  from helped_span
),
begun as (
  select persoon, begindatum
  from span_after
  where helped_before is null
    or cast(helped_before + interval '12 months' as date) < begindatum
),
ranked as (
  select
    begun.begindatum as helped_since,
    helped_span.*,
    row_number() over (
      partition by begun.persoon, begun.begindatum
      order by
        helped_span.zwaarte desc nulls last,
        helped_span.begindatum,
        helped_span.wet,
        helped_span.aanbieder,
        helped_span.product_categorie nulls last,
        helped_span.product_code nulls last
    ) as place
  from begun
  join helped_span
    on helped_span.persoon = begun.persoon
    and helped_span.begindatum between begun.begindatum and begun.begindatum + 30
)
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  product_categorie,
  product_code,
  helped_since as begindatum,
  zwaarte,
  geboortemaand,
  geslacht,
  buurt_code,
  verwijzer_type,
  verwijzer_code,
  -- The year before is then not in the Berichten, so nobody knows whether there was help in it.
  helped_since < (
    select cast(min(dagtekening) + interval '12 months' as date)
    from bericht
    where gemeente_code = $gemeente_code
  ) as is_in_first_year
from ranked
where place = 1
