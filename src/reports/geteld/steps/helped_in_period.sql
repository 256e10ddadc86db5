-- In which periods was somebody helped? One row for each stretch of help, or month of granted care, and period.
select * from helped_in_period
