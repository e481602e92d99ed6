-- severity: error
-- A provider's and commissioner's month, part, treatment function and band must stand once.
select provider_key, commissioner_key, month_date, part_key, specialty_key, band, count(*) as row_count
from star.fact_rtt_return
group by provider_key, commissioner_key, month_date, part_key, specialty_key, band
having count(*) > 1
