-- Whom are the Berichten about, when all is derived?
-- One row for each client.
insert into geraakt_client (gemeente_code, client)
select gemeente_code, client from toewijzing_versie
union
select gemeente_code, client from start
union
select gemeente_code, client from stop
union
select gemeente_code, client from prestatie
