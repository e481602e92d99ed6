-- severity: error
-- The providers' shares of a month add up to the commissioners' whole pathways, before and after allocation.
with total as (
    select
        month_date,
        basis,
        sum(first_treatments) as first_treatments,
        sum(urgent_treatments) as urgent_treatments,
        sum(allocated_treatments) as allocated_treatments
    from mart.cancer_treatment_basis_month
    group by month_date, basis
)

select
    p.month_date,
    p.first_treatments as providers_first_treatments,
    c.first_treatments as commissioners_first_treatments,
    p.urgent_treatments as providers_urgent_treatments,
    p.allocated_treatments as providers_allocated_treatments,
    c.urgent_treatments as commissioners_urgent_treatments
from total as p
inner join total as c on c.month_date = p.month_date and c.basis = 'commissioner'
where p.basis = 'provider'
  and (
      p.first_treatments <> c.first_treatments
      or p.urgent_treatments <> c.urgent_treatments
      or p.allocated_treatments <> c.urgent_treatments
  )
