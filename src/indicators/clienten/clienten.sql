-- Who was helped in each period?
-- One row for each stretch of help and each period in which it ran.
select * from helped_in_period
