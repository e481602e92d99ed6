-- Cancer waiting times by month, provider and tumour group: one row each, as published figures count them. First appointments stand in the
-- month first seen under what was suspected, treatments in the month of treatment under what was treated.
-- Example: select ods_code, sum(urgent_within_62_days) / sum(urgent_treatments) from mart.cancer_tumour_group_month where financial_year = '2018/19' and tumour_group_family = 'lung' group by ods_code;
with seen as (
    select
        month_date,
        organisation_key,
        tumour_group_family,
        sum(first_seen) filter (where two_week_standard = 'urgent') as urgent_first_seen,
        sum(within_14_days) filter (where two_week_standard = 'urgent') as urgent_within_14_days,
        sum(first_seen) filter (where two_week_standard = 'breast_symptomatic') as breast_symptomatic_first_seen,
        sum(within_14_days) filter (where two_week_standard = 'breast_symptomatic') as breast_symptomatic_within_14_days
    from mart.cancer_first_seen_basis_month
    where basis = 'provider'
    group by month_date, organisation_key, tumour_group_family
),

treated as (
    select
        month_date,
        organisation_key,
        tumour_group_family,
        first_treatments,
        within_31_days,
        urgent_treatments,
        urgent_within_62_days,
        allocated_treatments,
        allocated_within_62_days,
        screening_treatments,
        screening_within_62_days,
        upgrade_treatments,
        upgrade_within_62_days
    from mart.cancer_treatment_basis_month
    where basis = 'provider'
),

combined as (
    select
        coalesce(s.month_date, t.month_date) as month_date,
        coalesce(s.organisation_key, t.organisation_key) as organisation_key,
        coalesce(s.tumour_group_family, t.tumour_group_family) as tumour_group_family,
        s.urgent_first_seen,
        s.urgent_within_14_days,
        s.breast_symptomatic_first_seen,
        s.breast_symptomatic_within_14_days,
        t.first_treatments,
        t.within_31_days,
        t.urgent_treatments,
        t.urgent_within_62_days,
        t.allocated_treatments,
        t.allocated_within_62_days,
        t.screening_treatments,
        t.screening_within_62_days,
        t.upgrade_treatments,
        t.upgrade_within_62_days
    from seen as s
    full join treated as t
        on t.month_date = s.month_date
        and t.organisation_key = s.organisation_key
        and t.tumour_group_family = s.tumour_group_family
)

select
    o.ods_code,  -- ODS code of the provider.
    o.organisation_name,  -- Its name.
    c.month_date,  -- First day of the month.
    d.financial_year,  -- NHS financial year, as 2016/17.
    d.financial_month_number,  -- 1 for April to 12 for March.
    c.tumour_group_family,  -- What was suspected or treated, such as breast or lower_gastrointestinal.
    cast(coalesce(c.urgent_first_seen, 0) as bigint) as urgent_first_seen,  -- First seen after an urgent GP referral.
    cast(coalesce(c.urgent_within_14_days, 0) as bigint) as urgent_within_14_days,  -- Of these within 14 days.
    cast(coalesce(c.breast_symptomatic_first_seen, 0) as bigint) as breast_symptomatic_first_seen,  -- First seen for breast symptoms where cancer was not suspected.
    cast(coalesce(c.breast_symptomatic_within_14_days, 0) as bigint) as breast_symptomatic_within_14_days,  -- Of these within 14 days.
    cast(coalesce(c.first_treatments, 0) as bigint) as first_treatments,  -- First treatments by any route.
    cast(coalesce(c.within_31_days, 0) as bigint) as within_31_days,  -- Of these within 31 days of the decision to treat.
    cast(coalesce(c.urgent_treatments, 0) as decimal(18, 1)) as urgent_treatments,  -- Treated after an urgent GP referral, shared pathways in halves.
    cast(coalesce(c.urgent_within_62_days, 0) as decimal(18, 1)) as urgent_within_62_days,  -- Of these within 62 days.
    cast(coalesce(c.allocated_treatments, 0) as decimal(18, 1)) as allocated_treatments,  -- The same, shared pathways divided by the day-38 rule.
    cast(coalesce(c.allocated_within_62_days, 0) as decimal(18, 1)) as allocated_within_62_days,  -- Of these within 62 days.
    cast(coalesce(c.screening_treatments, 0) as decimal(18, 1)) as screening_treatments,  -- Treated after screening, shared pathways in halves.
    cast(coalesce(c.screening_within_62_days, 0) as decimal(18, 1)) as screening_within_62_days,  -- Of these within 62 days.
    cast(coalesce(c.upgrade_treatments, 0) as decimal(18, 1)) as upgrade_treatments,  -- Treated after a consultant's upgrade, shared pathways in halves.
    cast(coalesce(c.upgrade_within_62_days, 0) as decimal(18, 1)) as upgrade_within_62_days  -- Of these within 62 days.
from combined as c
inner join star.dim_organisation as o on o.organisation_key = c.organisation_key
inner join star.dim_date as d on d.calendar_date = c.month_date
