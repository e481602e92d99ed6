-- stg_agency_shift: one row per temporary shift of the batch that keeps its contract, as landed, renamed.
select
    -- keys
    ShiftId as shift_id,
    ProviderCode as provider_code,
    StaffGroup as staff_group_code,
    ShiftKind as pay_category_code,
    -- the shift
    ShiftDate as shift_date,
    PayBand as pay_band_code,
    IsNight as is_night_code,
    Hours as hours,
    -- what was paid for it
    HourlyRate as hourly_rate_gbp,
    CapRate as cap_rate_gbp,
    Cost as cost_gbp,
    IsCapOverride as is_cap_override_code,
    IsOnFramework as is_on_framework_code,
    SupplierCode as supplier_code,
    ModifiedAt as modified_at
from landing.agency_shift
