-- In which stretches of days was somebody helped? One row for each begin and each month of granted care.
select * from helped
