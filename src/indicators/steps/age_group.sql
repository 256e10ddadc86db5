-- Classes of age: child and school ages, the bounds of the Jeugdwet, then as CBS.
select *
from (
  values
    ('0-3', 0, 3),
    ('4-11', 4, 11),
    ('12-17', 12, 17),
    ('18-22', 18, 22),
    ('23-44', 23, 44),
    ('45-64', 45, 64),
    ('65-74', 65, 74),
    ('75-84', 75, 84),
    ('85+', 85, 199)
) as age_class(leeftijdsgroep, first_age, last_age)
