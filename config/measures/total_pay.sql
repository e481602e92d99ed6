-- total_pay: pounds paid to own staff, bank and agencies, from the pay bill.
-- One row per month, basis and organisation.
select
    p.month_date,
    'provider' as basis,
    p.provider_key as organisation_key,
    cast(sum(p.amount_gbp) as decimal(18, 2)) as value
from star.fact_pay as p
group by 1, 2, 3
