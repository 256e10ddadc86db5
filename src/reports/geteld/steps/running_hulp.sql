-- Which help ran? One row for each begin.
select * from known_hulp
