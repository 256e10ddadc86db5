-- Which trajecten ran? One row for each traject.
select * from traject
