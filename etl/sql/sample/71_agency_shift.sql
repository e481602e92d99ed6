-- history.AgencyShift: one row per state that a requested temporary shift was ever in, from RecordedAt until SupersededAt (null: it
-- still is): worked by the trust's own bank or by an agency, or left unfilled. This file writes the shifts as they were first
-- recorded, and rightly; the next one plants the faults. Money is reckoned in whole pence and hours in quarters.
create table history.AgencyShift as
-- Materialized, so that many threads share it in small pieces.
with cell as materialized (
    select
        shifts,
        shifts_before,
        provider_code,
        kind_no,
        kind,
        (staff_group_no - 1) * 20 + 1 as group_at,
        staff_group,
        day,
        nights,
        uncapped_premium,
        cap_premium,
        over_cap,
        off_framework,
        day_supplement
    from building.shift_cell
),

requested as (
    select
        *,
        unnest(range(shifts_before + 1, shifts_before + shifts + 1)) as shift_id
    from cell
),

-- One hash a shift, taken apart into the numbers that are drawn for it: quicker than as many hashes.
drawn as (
    select
        * exclude (shifts, shifts_before),
        building.bits('shift', shift_id) as bits
    from requested
),

described as (
    select
        *,
        cast(bits % 20 as bigint) as band_at,
        cast(bits // 20 % 20 as bigint) as hours_at,
        cast(bits // 400 % 100 as bigint) < nights as is_night,
        cast(bits // 40000 % 12 as bigint) as supplier_at,
        cast(bits // 480000 % 1000 as bigint) / 1000e0 as dearness,
        cap_premium is not null and cast(bits // 480000000 % 10000 as bigint) < over_cap as is_over_cap,
        cast(bits // 4800000000000 % 10000 as bigint) < off_framework as is_off_framework,
        cast(bits // 48000000000000000 % 100 as bigint) as reported_at,
        building.draw('shift recorded', shift_id) as slowness
    from drawn
),

-- Pence an hour: basic pay with its supplements, the cap above it, and what was paid.
priced as (
    select
        *,
        getvariable('shift_quarter_hours')[group_at + hours_at] as quarters,
        getvariable('shift_basic_pence')[group_at + band_at] * (100 + greatest(day_supplement, case when is_night then 30 else 0 end)) / 100e0 as basic_pence
    from described
),

charged as (
    select
        *,
        cast(floor(basic_pence * (1 + cap_premium)) as integer) as cap_pence,
        cast(floor(basic_pence * case
            when kind_no = 2 then 1.02 + 0.16 * dearness
            when cap_premium is null then (1 + uncapped_premium) * (0.82 + 0.36 * dearness)
            when is_over_cap then (1 + cap_premium) * (1.08 + 0.90 * dearness)
            else (1 + cap_premium) * (0.90 + 0.10 * dearness)
        end) as integer) as rate_pence
    from priced
),

-- Shifts are recorded when they begin or up to six days later, when the timesheet comes in; at the year's end on the same day.
recorded as (
    select
        *,
        cast(day as timestamp) + to_seconds(
            case
                when day + cast(ceil(slowness * slowness * 6) + 1 as integer) > date '2018-12-31' then 72000 + cast(floor(slowness * 14399) as bigint)
                else case when is_night then 72000 else 27000 end + cast(floor(slowness * slowness * 6 * 86400) as bigint)
            end
        ) as recorded_at
    from charged
)

select
    shift_id as ShiftId,
    provider_code as ProviderCode,
    staff_group as StaffGroup,
    getvariable('shift_bands')[group_at + band_at] as PayBand,
    cast(day as timestamp) as ShiftDate,
    case when is_night then 'Y' else 'N' end as IsNight,
    cast(quarters * 0.25 as decimal(5, 2)) as Hours,
    kind as ShiftKind,
    case when kind_no < 3 then cast(rate_pence * 0.01 as decimal(8, 2)) end as HourlyRate,
    case when kind_no = 1 and cap_premium is not null then cast(cap_pence * 0.01 as decimal(8, 2)) end as CapRate,
    case when kind_no < 3 then cast((rate_pence * quarters + 2) // 4 * 0.01 as decimal(10, 2)) end as Cost,
    -- One shift above the cap in twenty is not reported as such.
    case when kind_no = 1 and cap_premium is not null then case when is_over_cap and reported_at >= 5 then 'Y' else 'N' end end as IsCapOverride,
    case when kind_no = 1 then case when is_off_framework then 'N' else 'Y' end end as IsOnFramework,
    case when kind_no = 1 then getvariable('shift_suppliers')[supplier_at + 1] end as SupplierCode,
    recorded_at as ModifiedAt,
    recorded_at as RecordedAt,
    cast(null as timestamp) as SupersededAt
from recorded;
