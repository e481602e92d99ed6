-- A&E attendances by month, provider and department group: one row each, planned follow-ups left out.
-- Example: select ods_code, sum(within_four_hours) * 1.0 / sum(attendances) from mart.ae_attendance_month where financial_year = '2018/19' group by ods_code;
select
    o.ods_code,  -- ODS code of the provider.
    o.organisation_name,  -- Its name.
    m.month_date,  -- First day of the month.
    d.financial_year,  -- NHS financial year, as 2016/17.
    d.financial_month_number,  -- 1 for April to 12 for March.
    m.department_group,  -- 1, 2 or other, as published returns group departments; same-day and unknown are in no return.
    m.attendances,  -- Attendances.
    m.within_four_hours,  -- Departed within 240 minutes of arrival.
    m.attendances - m.within_four_hours as over_four_hours,  -- Departed later: breaches.
    m.admissions  -- Ended in admission.
from mart.ae_attendance_basis_month as m
inner join star.dim_organisation as o on o.organisation_key = m.organisation_key
inner join star.dim_date as d on d.calendar_date = m.month_date
where m.basis = 'provider'
