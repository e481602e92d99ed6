-- severity: error
-- No clock starts after the census that finds it running, and every wait has the band of its days.
select census_date, pathway_id, clock_start_date, waited_days, band
from star.fact_rtt_open_pathway
where clock_start_date > census_date
   or waited_days <> census_date - clock_start_date
   or (band < 18) <> (waited_days <= 126)
   or (band = 52) <> (waited_days > 364)
