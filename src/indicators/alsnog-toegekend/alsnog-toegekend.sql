-- Which part of the refused lines was granted after all?
-- One row for each refused line of a 323 that was not refused as a whole. Until six months have passed since its month no
-- one knows what is still to come: no numerator and no denominator.
select
  known_kostenregel.*,
  zorgmaand as on_day,
  case
    when cast(zorgmaand + interval '7 months' as date) > cast($bekend_op as date) then null
    when exists (
      select 1
      from known_kostenregel as next_claim
      where next_claim.wet = known_kostenregel.wet
        and next_claim.persoon = known_kostenregel.persoon
        and next_claim.aanbieder = known_kostenregel.aanbieder
        and next_claim.product_code = known_kostenregel.product_code
        and next_claim.zorgmaand = known_kostenregel.zorgmaand
        and next_claim.bekend_van > known_kostenregel.bekend_van
        and next_claim.is_toegekend
        and not next_claim.is_credit
    ) then 1
    else 0
  end as numerator,
  case when cast(zorgmaand + interval '7 months' as date) <= cast($bekend_op as date) then 1 end as denominator
from known_kostenregel
where not is_toegekend
  and not is_credit
  and not is_verworpen
