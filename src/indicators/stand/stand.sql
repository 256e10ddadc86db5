-- Which trajecten run on at the end of each period?
-- One row for each traject, with its first and last day.
select * from known_traject
