-- severity: warn
-- A wait of more than five years is a mistake of recording.
select pathway_id, waited_days
from star.fact_rtt_clock_stop
where waited_days > 5 * 365
