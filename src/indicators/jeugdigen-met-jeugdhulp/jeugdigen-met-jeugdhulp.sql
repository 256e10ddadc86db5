-- Who of the inhabitants up to 23 got help of the Jeugdwet in each period?
-- One row for each stretch of that help and each period in which it ran.
select *
from helped_in_period
where wet = 'Jeugdwet'
  and (geboortemaand is null or cast(geboortemaand + interval '23 years' as date) > on_day)
