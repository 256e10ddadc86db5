-- Care that was granted and not wholly taken back: a line that its credits bring to nothing was no care.
-- One row for each granted line of which the client, Toewijzing, product and month keep some money.
with credited as (
  select distinct wet, persoon, toewijzing_nummer, product_code, zorgmaand
  from known_kostenregel
  where is_toegekend
    and is_credit
),
taken_back as (
  select
    known_kostenregel.wet,
    known_kostenregel.persoon,
    known_kostenregel.toewijzing_nummer,
    known_kostenregel.product_code,
    known_kostenregel.zorgmaand
  from known_kostenregel
  join credited
    on credited.wet = known_kostenregel.wet
    and credited.persoon = known_kostenregel.persoon
    and credited.toewijzing_nummer = known_kostenregel.toewijzing_nummer
    and credited.product_code = known_kostenregel.product_code
    and credited.zorgmaand = known_kostenregel.zorgmaand
  where known_kostenregel.is_toegekend
  group by
    known_kostenregel.wet,
    known_kostenregel.persoon,
    known_kostenregel.toewijzing_nummer,
    known_kostenregel.product_code,
    known_kostenregel.zorgmaand
  having sum(known_kostenregel.cents) = 0
)
select known_kostenregel.*
from known_kostenregel
left join taken_back
  on taken_back.wet = known_kostenregel.wet
  and taken_back.persoon = known_kostenregel.persoon
  and taken_back.toewijzing_nummer = known_kostenregel.toewijzing_nummer
  and taken_back.product_code = known_kostenregel.product_code
  and taken_back.zorgmaand = known_kostenregel.zorgmaand
where known_kostenregel.is_toegekend
  and taken_back.wet is null
