-- feed: agency_shift
-- key: shift_id
-- month: shift_date
-- newest: modified_at
-- fact_agency_shift: one row per temporary shift.
select
    s.shift_id,
    coalesce(provider.organisation_key, 0) as provider_key,
    coalesce(staff.staff_group_key, 0) as staff_group_key,
    coalesce(category.pay_category_key, 0) as pay_category_key,
    s.shift_date,
    s.pay_band_code,
    coalesce(s.is_night_code = 'Y', false) as is_night,
    s.hours,
    s.hourly_rate_gbp,
    s.cap_rate_gbp,
    s.cost_gbp,
    s.hourly_rate_gbp > s.cap_rate_gbp as is_above_cap,
    s.is_cap_override_code = 'Y' as is_override_reported,
    s.is_on_framework_code = 'Y' as is_on_framework,
    s.supplier_code,
    s.modified_at
from staging.stg_agency_shift as s
left join star.dim_organisation as provider on provider.ods_code = s.provider_code
left join star.dim_staff_group as staff on staff.staff_group_code = s.staff_group_code
left join star.dim_pay_category as category on category.pay_category_code = s.pay_category_code
