-- agency_nursing_pay: pounds paid to agencies for registered nurses and midwives, from the pay bill.
-- One row per month, basis and organisation.
select
    p.month_date,
    'provider' as basis,
    p.provider_key as organisation_key,
    cast(sum(p.amount_gbp) as decimal(18, 2)) as value
from star.fact_pay as p
where p.staff_group_key = 1
  and p.pay_category_key = 3
group by 1, 2, 3
