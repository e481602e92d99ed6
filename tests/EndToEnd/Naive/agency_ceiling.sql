-- Agency spend against the ceiling, naively: one row per level, organisation and month that has a ceiling, from the landed Parquet of
-- the ceilings and the pay bill. Of two ceilings of a month the one in the later batch counts.
with ceiling as (
    select distinct on (provider_code, month_date)
        upper(trim(provider_code)) as provider,
        month_date::date as month,
        ceiling_gbp::decimal(14, 2) as ceiling
    from read_parquet('{landing}/agency_ceiling/*/*.parquet', filename = true)
    where month_date::date >= '2015-04-01'
        and ceiling_gbp::decimal(14, 2) >= 0
    order by provider_code, month_date, filename desc
),

line as (
    select distinct on (upper(trim(ProviderCode)), PayMonth, upper(trim(StaffGroup)), upper(trim(PayCategory)))
        upper(trim(ProviderCode)) as provider,
        date_trunc('month', PayMonth)::date as month,
        AmountGbp as amount
    from read_parquet('{landing}/pay_bill/*/*.parquet')
    where upper(trim(PayCategory)) = 'AGENCY'
    order by upper(trim(ProviderCode)), PayMonth, upper(trim(StaffGroup)), upper(trim(PayCategory)), ModifiedAt desc
),

spent as (
    select provider, month, sum(amount) as amount
    from line
    group by all
)

select 'agency_against_ceiling' as kpi, level, ods, month, sum(amount) as numerator, sum(ceiling) as denominator
from ceiling
inner join spent using (provider, month),
    lateral (values ('partnership', 'SEL'), ('provider', provider)) as o (level, ods)
group by all
