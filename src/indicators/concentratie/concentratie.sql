-- How much of the granted euros is with few aanbieders?
-- One row for each granted line; a credit is a line with a negative amount.
select * from granted_of_aanbieder
