-- About which money a team decides itself. Files from before there was this column do not tell.
alter table team add column budget text; -- geen, lichte hulp, alle hulp; null: not told
