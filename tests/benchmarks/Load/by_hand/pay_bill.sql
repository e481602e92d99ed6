-- The pay bill: one row per provider, month, staff group and pay category that keeps the contract, and its measures. It goes after
-- agency_shift.sql, whose small dimensions it joins. The variable pay_bill holds the files of the feed's batches.
create table reject_pay_bill as
select
    ProviderCode,
    PayMonth,
    StaffGroup,
    PayCategory,
    case
        when ProviderCode is null then 'ProviderCode required'
        when upper(trim(ProviderCode)) not in ('RJ1', 'RJZ', 'RJ2', 'RPG', 'RV5') then 'ProviderCode allowed'
        when PayMonth is null or PayMonth in (date '1800-01-01', date '1801-01-01') then 'PayMonth required'
        when PayMonth < date '2013-04-01' then 'PayMonth minimum'
        when StaffGroup is null then 'StaffGroup required'
        when PayCategory is null then 'PayCategory required'
        when upper(trim(PayCategory)) not in ('SUBSTANTIVE', 'BANK', 'AGENCY') then 'PayCategory allowed'
        when AmountGbp is null then 'AmountGbp required'
        when ModifiedAt is null then 'ModifiedAt required'
    end as reason
from read_parquet(getvariable('pay_bill'))
where reason is not null;

create table fact_pay as
with kept as (
    select
        upper(trim(ProviderCode)) as ProviderCode,
        PayMonth,
        upper(trim(StaffGroup)) as StaffGroup,
        upper(trim(PayCategory)) as PayCategory,
        AmountGbp,
        ModifiedAt
    from read_parquet(getvariable('pay_bill'))
    where upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2', 'RPG', 'RV5')
      and PayMonth >= date '2013-04-01'
      and StaffGroup is not null
      and upper(trim(PayCategory)) in ('SUBSTANTIVE', 'BANK', 'AGENCY')
      and AmountGbp is not null
      and ModifiedAt is not null
    qualify row_number() over (
        partition by upper(trim(ProviderCode)), PayMonth, upper(trim(StaffGroup)), upper(trim(PayCategory))
        order by ModifiedAt desc, file_index desc, file_row_number desc
    ) = 1
)

select
    o.organisation_key as provider_key,
    cast(date_trunc('month', k.PayMonth) as date) as month_date,
    coalesce(g.staff_group_key, 0) as staff_group_key,
    c.pay_category_key,
    k.StaffGroup as staff_group_code,
    k.AmountGbp as amount_gbp,
    k.ModifiedAt as modified_at
from kept as k
left join dim_organisation as o on o.ods_code = k.ProviderCode
left join dim_staff_group as g on g.staff_group_code = k.StaffGroup
left join dim_pay_category as c on c.pay_category_code = k.PayCategory;

select case when count(*) > 0 then error('a line of the pay bill stands twice') end
from (select 1 from fact_pay group by provider_key, month_date, staff_group_code, pay_category_key having count(*) > 1);
select case when count(*) > 0 then error('a line without its provider or category') end
from fact_pay where provider_key is null or pay_category_key is null;

insert into measure_value (month_date, basis, organisation_key, measure, value)
select month_date, 'provider', provider_key, 'total_pay', sum(amount_gbp) from fact_pay group by all
union all
select month_date, 'provider', provider_key, 'agency_pay', sum(amount_gbp) from fact_pay where pay_category_key = 3 group by all
union all
select month_date, 'provider', provider_key, 'nursing_pay', sum(amount_gbp) from fact_pay where staff_group_key = 1 group by all
union all
select month_date, 'provider', provider_key, 'agency_nursing_pay', sum(amount_gbp)
from fact_pay where staff_group_key = 1 and pay_category_key = 3 group by all;

-- Bank and agency pay against the shifts: months of which more than 1% is not explained, ledgers that were closed after the month only.
create table pay_reconciliation as
with shifts as (
    select provider_key, cast(date_trunc('month', shift_date) as date) as month_date, pay_category_key, sum(cost_gbp) as cost_gbp
    from fact_agency_shift
    where pay_category_key in (2, 3)
    group by all
),

paid as (
    select provider_key, month_date, pay_category_key, sum(amount_gbp) as amount_gbp, max(modified_at) as modified_at
    from fact_pay
    group by all
)

select provider_key, month_date, pay_category_key, amount_gbp, cost_gbp
from paid
inner join shifts using (provider_key, month_date, pay_category_key)
where modified_at >= month_date + interval 1 month
  and abs(amount_gbp - cost_gbp) > greatest(3000, 0.01 * amount_gbp);
