-- Which files beside the messages did the gemeente deliver? One row for each table.
select 'gebied' as bestand, cast(count(*) as bigint) as rijen from gebied where gemeente_code = $gemeente_code
union all
select 'bevolking', cast(count(*) as bigint) from bevolking where gemeente_code = $gemeente_code
union all
select 'gebied_kenmerk', cast(count(*) as bigint) from gebied_kenmerk where gemeente_code = $gemeente_code
union all
select 'postcode', cast(count(*) as bigint) from postcode where gemeente_code = $gemeente_code
union all
select 'aanbieder', cast(count(*) as bigint) from aanbieder where gemeente_code = $gemeente_code
union all
select 'product', cast(count(*) as bigint) from product where gemeente_code = $gemeente_code
union all
select 'contract', cast(count(*) as bigint) from contract where gemeente_code = $gemeente_code
union all
select 'contract_tarief', cast(count(*) as bigint) from contract_tarief where gemeente_code = $gemeente_code
union all
select 'team', cast(count(*) as bigint) from team where gemeente_code = $gemeente_code
union all
select 'team_wijk', cast(count(*) as bigint) from team_wijk where gemeente_code = $gemeente_code
union all
select 'begroting', cast(count(*) as bigint) from begroting where gemeente_code = $gemeente_code
union all
select 'grootboek', cast(count(*) as bigint) from grootboek where gemeente_code = $gemeente_code
union all
select 'verwijzer', cast(count(*) as bigint) from verwijzer where gemeente_code = $gemeente_code
union all
select 'uitkomst', cast(count(*) as bigint) from uitkomst where gemeente_code = $gemeente_code
union all
select 'wachtlijst', cast(count(*) as bigint) from wachtlijst where gemeente_code = $gemeente_code
union all
select 'voorliggend', cast(count(*) as bigint) from voorliggend where gemeente_code = $gemeente_code
union all
select 'overige_kosten', cast(count(*) as bigint) from overige_kosten where gemeente_code = $gemeente_code
