-- Who was helped in each period, of all who live there?
-- One row for each stretch of help and each period in which it ran; composing adds the inhabitants.
select * from helped_in_period
