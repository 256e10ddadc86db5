-- Which trajecten ran? One row for each traject.
select * from known_traject
