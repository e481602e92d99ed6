-- Temporary shifts: the small dimensions, one row per shift that keeps the contract, and its measures. The variable agency_shift
-- holds the files of the feed's batches.
create table dim_staff_group as
select cast(staff_group_key as smallint) as staff_group_key, staff_group_code
from (values (0, 'unknown'), (1, 'NUR'), (2, 'HCS'), (3, 'MCO'), (4, 'MJR'), (5, 'AHP'), (6, 'SCI'), (7, 'ADM'), (8, 'ANC'))
    as g (staff_group_key, staff_group_code);

create table dim_pay_category as
select cast(pay_category_key as smallint) as pay_category_key, pay_category_code
from (values (0, 'unknown'), (1, 'SUBSTANTIVE'), (2, 'BANK'), (3, 'AGENCY'), (4, 'UNFILLED')) as c (pay_category_key, pay_category_code);

create table reject_agency_shift as
select
    ShiftId,
    case
        when ProviderCode is null then 'ProviderCode required'
        when upper(trim(ProviderCode)) not in ('RJ1', 'RJZ', 'RJ2', 'RPG', 'RV5') then 'ProviderCode allowed'
        when ShiftDate is null or ShiftDate in (date '1800-01-01', date '1801-01-01') then 'ShiftDate required'
        when ShiftDate < date '2013-04-01' then 'ShiftDate minimum'
        when upper(trim(IsNight)) not in ('Y', 'N') then 'IsNight allowed'
        when Hours is null then 'Hours required'
        when Hours < 0.25 then 'Hours minimum'
        when Hours > 24 then 'Hours maximum'
        when ShiftKind is null then 'ShiftKind required'
        when upper(trim(ShiftKind)) not in ('BANK', 'AGENCY', 'UNFILLED') then 'ShiftKind allowed'
        when HourlyRate < 0 then 'HourlyRate minimum'
        when CapRate < 0 then 'CapRate minimum'
        when upper(trim(IsCapOverride)) not in ('Y', 'N') then 'IsCapOverride allowed'
        when upper(trim(IsOnFramework)) not in ('Y', 'N') then 'IsOnFramework allowed'
        when ModifiedAt is null then 'ModifiedAt required'
        when upper(trim(ShiftKind)) <> 'UNFILLED' and (HourlyRate is null or Cost is null) then 'worked_shift_has_a_price'
        when abs(Cost - Hours * HourlyRate) > 0.01 then 'cost_is_hours_times_rate'
    end as reason
from read_parquet(getvariable('agency_shift'))
where reason is not null;

create temp table repeated_shift as
select ShiftId
from read_parquet(getvariable('agency_shift'))
group by ShiftId
having count(*) > 1;

create table fact_agency_shift as
with landed as (
    select
        ShiftId,
        upper(trim(ProviderCode)) as ProviderCode,
        upper(trim(StaffGroup)) as StaffGroup,
        upper(trim(PayBand)) as PayBand,
        ShiftDate,
        upper(trim(IsNight)) as IsNight,
        Hours,
        upper(trim(ShiftKind)) as ShiftKind,
        HourlyRate,
        CapRate,
        Cost,
        upper(trim(IsCapOverride)) as IsCapOverride,
        upper(trim(IsOnFramework)) as IsOnFramework,
        upper(trim(SupplierCode)) as SupplierCode,
        ModifiedAt,
        file_index,
        file_row_number
    from read_parquet(getvariable('agency_shift'))
    where upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2', 'RPG', 'RV5')
      and ShiftDate >= date '2013-04-01'
      and coalesce(upper(trim(IsNight)), 'N') in ('Y', 'N')
      and Hours between 0.25 and 24
      and upper(trim(ShiftKind)) in ('BANK', 'AGENCY', 'UNFILLED')
      and coalesce(HourlyRate, 0) >= 0
      and coalesce(CapRate, 0) >= 0
      and coalesce(upper(trim(IsCapOverride)), 'N') in ('Y', 'N')
      and coalesce(upper(trim(IsOnFramework)), 'N') in ('Y', 'N')
      and ModifiedAt is not null
      and (upper(trim(ShiftKind)) = 'UNFILLED' or (HourlyRate is not null and Cost is not null))
      and coalesce(abs(Cost - Hours * HourlyRate) <= 0.01, true)
),

kept as (
    select * exclude (file_index, file_row_number)
    from landed
    where ShiftId not in (select ShiftId from repeated_shift)
    union all
    select * exclude (file_index, file_row_number)
    from landed
    where ShiftId in (select ShiftId from repeated_shift)
    qualify row_number() over (partition by ShiftId order by ModifiedAt desc, file_index desc, file_row_number desc) = 1
)

select
    k.ShiftId as shift_id,
    o.organisation_key as provider_key,
    coalesce(g.staff_group_key, 0) as staff_group_key,
    c.pay_category_key,
    k.ShiftDate as shift_date,
    k.PayBand as pay_band_code,
    coalesce(k.IsNight = 'Y', false) as is_night,
    k.Hours as hours,
    k.HourlyRate as hourly_rate_gbp,
    k.CapRate as cap_rate_gbp,
    k.Cost as cost_gbp,
    k.HourlyRate > k.CapRate as is_above_cap,
    k.IsCapOverride = 'Y' as is_override_reported,
    k.IsOnFramework = 'Y' as is_on_framework,
    k.SupplierCode as supplier_code,
    k.ModifiedAt as modified_at
from kept as k
left join dim_organisation as o on o.ods_code = k.ProviderCode
left join dim_staff_group as g on g.staff_group_code = k.StaffGroup
left join dim_pay_category as c on c.pay_category_code = k.ShiftKind;

-- The grain, orphans and what cannot be: the script stops where one is found.
select case when count(*) > 0 then error('a shift stands twice') end
from (select shift_id from fact_agency_shift group by shift_id having count(*) > 1);
select case when count(*) > 0 then error('a shift without its provider or kind') end
from fact_agency_shift where provider_key is null or pay_category_key is null;
select case when count(*) > 0 then error('an unfilled shift was paid, or a cap holds for no agency') end
from fact_agency_shift where (pay_category_key = 4 and cost_gbp is not null) or (pay_category_key <> 3 and cap_rate_gbp is not null);

-- Measures, one pass over the fact.
insert into measure_value (month_date, basis, organisation_key, measure, value)
with counted as (
    select
        shift_date - (day(shift_date) - 1)::integer as month_date,
        'provider' as basis,
        provider_key as organisation_key,
        count(*) as requested_temporary_shifts,
        count(*) filter (where pay_category_key = 2) as bank_shifts,
        count(*) filter (where pay_category_key in (2, 3)) as bank_and_agency_shifts,
        count(*) filter (where pay_category_key = 3) as agency_shifts,
        count(*) filter (where is_on_framework = false) as agency_shifts_off_framework,
        nullif(count(*) filter (where is_above_cap is not null), 0) as agency_shifts_with_cap,
        count(*) filter (where is_above_cap) as agency_shifts_above_cap,
        sum(hours) filter (where pay_category_key = 3) as agency_shift_hours,
        sum(cost_gbp) filter (where pay_category_key = 3) as agency_shift_cost
    from fact_agency_shift
    group by all
)

select month_date, basis, organisation_key, measure, value
from (
    unpivot (
        select
            month_date,
            basis,
            organisation_key,
            cast(columns(* exclude (month_date, basis, organisation_key)) as decimal(18, 2))
        from counted
    )
    on columns(* exclude (month_date, basis, organisation_key))
    into name measure value value
);
