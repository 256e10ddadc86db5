-- About how many people is the claimed care of the months asked?
-- One row for each value of what $per names: taakveld (with wet), aanbieder, maand, or '' for all together.
select
  case
    when $per = 'taakveld' then kostenregel.wet || ' ' || coalesce(taakveld_of_product.taakveld, 'onbekend')
    when $per = 'aanbieder' then coalesce(current_aanbieder.current_aanbieder, kostenregel.aanbieder)
    when $per = 'maand' then substring(cast(kostenregel.zorgmaand as varchar), 1, 7)
    else ''
  end as sleutel,
  cast(count(distinct kostenregel.persoon) as bigint) as personen
from staande_kostenregel as kostenregel
left join taakveld_of_product
  on taakveld_of_product.wet = kostenregel.wet
  and taakveld_of_product.product_code = kostenregel.product_code
left join current_aanbieder on current_aanbieder.aanbieder = kostenregel.aanbieder
where kostenregel.gemeente_code = $gemeente_code
  and kostenregel.bekend_van <= cast($bekend_op as date)
  and kostenregel.zorgmaand between cast($van as date) and cast($tot as date)
  and ($wet = '' or kostenregel.wet = $wet)
  and ($aanbieder = '' or coalesce(current_aanbieder.current_aanbieder, kostenregel.aanbieder) = $aanbieder)
  and ($eigen = '' or $eigen like '%,' || kostenregel.aanbieder || ',%')
group by 1
