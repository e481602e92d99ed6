-- Treated 62-day pathways that two providers shared: one row per pathway, with the days of its transfer and whose it is by each rule.
-- Example: select first_seen_ods_code, avg(transfer_days), avg(after_transfer_days) from mart.cancer_shared_pathway where financial_year = '2018/19' group by first_seen_ods_code;
select
    p.pathway_id,  -- The source's number of the pathway.
    s.ods_code as first_seen_ods_code,  -- Provider that first saw the patient and transferred.
    s.short_name as first_seen_name,  -- Its short name.
    t.ods_code as treating_ods_code,  -- Provider that treated.
    t.short_name as treating_name,  -- Its short name.
    cast(date_trunc('month', p.treated_date) as date) as month_date,  -- First day of the month of treatment.
    d.financial_year,  -- NHS financial year of treatment, as 2016/17.
    r.sixty_two_day_clock,  -- urgent, screening or upgrade: which 62-day standard.
    g.tumour_group_name,  -- The cancer treated.
    p.transfer_days,  -- Days from referral to transfer.
    p.after_transfer_days,  -- Days from transfer to treatment.
    p.treated_days,  -- Days from referral to treatment.
    p.transfer_days <= 38 as is_transferred_by_day_38,  -- Transferred in time.
    p.after_transfer_days <= 24 as is_treated_within_24_days,  -- Treated in time after transfer.
    p.is_within_62_days,  -- A success; else a breach.
    p.first_seen_share,  -- Share of the first-seen provider in published figures.
    p.treating_share,  -- Share of the treating provider in published figures.
    p.first_seen_allocated_share,  -- Share of the first-seen provider by the day-38 rule.
    p.treating_allocated_share  -- Share of the treating provider by the day-38 rule.
from star.fact_cancer_pathway as p
inner join star.dim_organisation as s on s.organisation_key = p.first_seen_provider_key
inner join star.dim_organisation as t on t.organisation_key = p.treating_provider_key
inner join star.dim_cancer_referral_route as r on r.cancer_referral_route_key = p.cancer_referral_route_key
inner join star.dim_tumour_group as g on g.tumour_group_key = p.tumour_group_key
inner join star.dim_date as d on d.calendar_date = p.treated_date
where p.is_shared
  and p.first_seen_share is not null
