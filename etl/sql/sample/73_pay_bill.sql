-- history.PayBill: one row per trust, month, staff group, pay category and version: the pay bill from the trusts' ledgers. A month is
-- first returned on its last evening, with bank and agency shifts accrued, and closed on the twelfth of the next.
create table history.PayBill as
with worked as (
    select
        ShiftId,
        upper(trim(ProviderCode)) as provider_code,
        StaffGroup,
        ShiftDate,
        Hours,
        ShiftKind,
        HourlyRate,
        Cost,
        ModifiedAt
    from history.AgencyShift
    where SupersededAt is null
        and Cost is not null
),

-- Only a planted row can stand twice or be wrong: the ledgers hold it once and rightly, or not at all.
planted as (
    select distinct on (w.ShiftId)
        w.*
    from worked as w
    where w.ShiftId in (select f.shift_id from building.shift_fault as f)
        and w.provider_code in (select l.provider_code from building.shift_level as l)
        and w.ShiftKind in ('BANK', 'AGENCY')
        and w.Hours > 0
        and w.HourlyRate is not null
        and abs(w.Cost - w.Hours * w.HourlyRate) <= 0.01
        and w.ShiftDate >= timestamp '2015-04-01 00:00:00'
    order by w.ShiftId, w.ModifiedAt desc
),

counted as (
    select w.*
    from worked as w
    where w.ShiftId not in (select f.shift_id from building.shift_fault as f)
    union all
    select p.*
    from planted as p
),

temporary as (
    select
        provider_code,
        cast(date_trunc('month', ShiftDate) as date) as month,
        -- The ledger has no unknown groups: what the rostering system cannot place is charged to nursing.
        case when StaffGroup in (select g.staff_group from building.staff_group as g) then StaffGroup else 'NUR' end as staff_group,
        ShiftKind as pay_category,
        sum(Cost) as amount
    from counted
    group by 1, 2, 3, 4
),

-- Own staff, in thousand pounds in 2015/16, and how their pay is shared by the groups.
trust (provider_no, provider_code, own_pay, shares) as (
    values
        (1, 'RJ1', 742000, [0.335, 0.085, 0.165, 0.125, 0.060, 0.090, 0.115, 0.025]),
        (2, 'RJZ', 560000, [0.345, 0.090, 0.165, 0.130, 0.050, 0.085, 0.110, 0.025]),
        (3, 'RJ2', 294000, [0.350, 0.095, 0.150, 0.125, 0.060, 0.070, 0.115, 0.035]),
        (4, 'RPG', 146000, [0.350, 0.160, 0.095, 0.045, 0.110, 0.070, 0.140, 0.030]),
        (5, 'RV5', 215000, [0.355, 0.150, 0.130, 0.075, 0.060, 0.080, 0.125, 0.025])
),

own as (
    select
        t.provider_code,
        m.month,
        g.staff_group,
        'SUBSTANTIVE' as pay_category,
        t.own_pay * 1000e0 / 12 * t.shares[g.staff_group_no] * cast(getvariable('scale') as double)
        -- The pay award of each April, and some more people every month; agency posts that were filled for good.
        * (1 + 0.010 * floor(m.month_no / 12e0) + 0.0011 * m.month_no)
        * case
            when g.staff_group in ('MCO', 'MJR') then 1
            -- The award of 2018 was paid from July, and for the months before in August.
            when m.month = date '2018-08-01' then 1.050
            when m.month >= date '2018-07-01' then 1.012
            else 1
        end
        * (1 + 0.004 * building.deviation('own pay', (t.provider_no * 10 + g.staff_group_no) * 1000 + m.month_no)) as amount
    from trust as t
    cross join building.staff_group as g
    cross join (select distinct month, month_no from building.shift_level) as m
),

paid as (
    select provider_code, month, staff_group, pay_category, cast(amount as double) as amount from temporary
    union all
    select provider_code, month, staff_group, pay_category, amount from own
),

keyed as (
    select
        *,
        last_day(month) as month_end,
        (ascii(substr(provider_code, 3, 1)) * 1000 + date_diff('month', date '2015-01-01', month)) * 10 + length(pay_category) as trust_key
    from paid
),

version as (
    select
        k.provider_code,
        k.month,
        k.staff_group,
        k.pay_category,
        v.is_closed,
        cast(round(k.amount * case
            when k.pay_category = 'SUBSTANTIVE' then case when v.is_closed then 1 else 1 + 0.003 * building.deviation('own pay flash', k.trust_key) end
            -- Accrued: up to 0.8% out at the month's end; one month in three is still up to 0.6% out when it is closed.
            when not v.is_closed then 1 + 0.016 * (building.draw('accrual', k.trust_key) - 0.5)
            when building.draw('ledger wrong', k.trust_key) < 0.33 then 1 + 0.012 * (building.draw('ledger by', k.trust_key) - 0.5)
            else 1
        end, 2) as decimal(14, 2)) as amount,
        case
            when v.is_closed then cast(k.month_end + 12 as timestamp) + interval 17 hour
            else cast(k.month_end as timestamp) + interval 19 hour
        end as recorded_at,
        case when not v.is_closed then cast(k.month_end + 12 as timestamp) + interval 17 hour end as superseded_at
    from keyed as k
    cross join (values (false), (true)) as v (is_closed)
)

select
    provider_code as ProviderCode,
    cast(month as timestamp) as PayMonth,
    staff_group as StaffGroup,
    pay_category as PayCategory,
    amount as AmountGbp,
    recorded_at as ModifiedAt,
    recorded_at as RecordedAt,
    case when superseded_at < timestamp '2019-01-01 00:00:00' then superseded_at end as SupersededAt
from version
where recorded_at < timestamp '2019-01-01 00:00:00'
    and amount > 0
order by recorded_at, provider_code, staff_group, pay_category;
