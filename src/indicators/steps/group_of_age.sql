-- The leeftijdsgroep of each age: looking one up is faster, for each of many facts, than finding the class around it.
select
  cast(year_of_age.age as integer) as age,
  age_group.leeftijdsgroep
from generate_series(0, 199) as year_of_age(age)
join age_group on year_of_age.age between age_group.first_age and age_group.last_age
