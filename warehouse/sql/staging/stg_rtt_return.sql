-- stg_rtt_return: one row per provider, commissioner, month, part, treatment function and band of the batch that keeps its contract.
select
    provider_code,
    commissioner_code,
    period_date,
    part,
    treatment_function_code,
    band,
    pathways
from landing.rtt_return
