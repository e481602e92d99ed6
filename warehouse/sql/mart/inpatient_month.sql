-- Inpatient spells by month of discharge, provider and point of delivery: one row each, with the mean length of stay.
-- Example: select month_date, discharges, mean_length_of_stay_days from mart.inpatient_month where ods_code = 'RJZ' and point_of_delivery_code = 'NEL-LOS+1' order by month_date;
select
    o.ods_code,  -- ODS code of the provider.
    o.organisation_name,  -- Its name.
    m.month_date,  -- First day of the month of discharge.
    d.financial_year,  -- NHS financial year, as 2016/17.
    d.financial_month_number,  -- 1 for April to 12 for March.
    m.point_of_delivery_code,  -- Point of delivery, such as DC.
    p.point_of_delivery_name,  -- What the code means.
    m.discharges,  -- Spells that ended in the month.
    m.overnight_discharges,  -- Of these, spells of one night or more.
    m.length_of_stay_days,  -- Their nights.
    cast(m.length_of_stay_days as double precision) / nullif(m.overnight_discharges, 0) as mean_length_of_stay_days  -- Nights of those who stayed one or more.
from mart.inpatient_discharge_basis_month as m
inner join star.dim_organisation as o on o.organisation_key = m.organisation_key
inner join star.dim_date as d on d.calendar_date = m.month_date
inner join star.dim_point_of_delivery as p on p.point_of_delivery_code = m.point_of_delivery_code
where m.basis = 'provider'
