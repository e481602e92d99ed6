-- severity: error
-- No clock stops before it starts, and every wait has the band of its days.
select pathway_id, clock_start_date, clock_stop_date, waited_days, band
from star.fact_rtt_clock_stop
where clock_stop_date < clock_start_date
   or waited_days <> clock_stop_date - clock_start_date
   or is_within_18_weeks <> (band < 18)
   or (band = 52) <> (waited_days > 364)
