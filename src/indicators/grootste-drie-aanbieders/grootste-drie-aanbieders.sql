-- Which part of the granted euros went to the three largest aanbieders?
-- One row for each granted line; a credit is a line with a negative amount.
select * from granted_of_aanbieder
