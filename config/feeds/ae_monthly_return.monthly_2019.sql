-- NHS England's monthly CSV from 2019: one row per organisation, a column per department type, booked appointments apart, a TOTAL row last.
with organisation_rows as (
    select *
    from file
    where upper(trim("Period")) <> 'TOTAL'
      and upper(trim(coalesce("Parent Org", ''))) <> 'TOTAL'
      and upper(trim(coalesce("Org Code", ''))) <> 'TOTAL'
),

dated as (
    -- 'MSitAE-NOVEMBER-2018' becomes '2018-11-01'; a text that is no month stays as it is, and the contract rejects it.
    select
        *,
        coalesce(
            strftime(try_strptime(replace(upper(trim("Period")), 'MSITAE-', '01-'), '%d-%B-%Y'), '%Y-%m-%d'),
            "Period"
        ) as period_date
    from organisation_rows
),

by_type as (
    select
        period_date,
        "Org Code" as organisation_code,
        '1' as department_group,
        "A&E attendances Type 1" as attendances,
        "Attendances over 4hrs Type 1" as attendances_over_four_hours,
        "Emergency admissions via A&E - Type 1" as emergency_admissions
    from dated
    union all
    select
        period_date,
        "Org Code",
        '2',
        "A&E attendances Type 2",
        "Attendances over 4hrs Type 2",
        "Emergency admissions via A&E - Type 2"
    from dated
    union all
    select
        period_date,
        "Org Code",
        'other',
        "A&E attendances Other A&E Department",
        "Attendances over 4hrs Other Department",
        "Emergency admissions via A&E - Other A&E department"
    from dated
)

-- A department type that the organisation does not run is printed as 0 or '-': no row, as in the tidy layout.
select *
from by_type
where coalesce(trim(attendances), '-') not in ('0', '-', '')
