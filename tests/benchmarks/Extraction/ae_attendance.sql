-- One row per A&E attendance: the columns, widths and repetitions of the real feed, made up from the row's number.
select
    n as attendance_id,
    9990000000 + n % 1500000 as nhs_number,
    ['RJ1', 'RJZ', 'RJ2', 'RYR', 'RV5'][n % 5 + 1] as provider_code,
    'RJ1' || lpad(cast(n % 37 as varchar), 2, '0') as site_code,
    timestamp '2015-04-01' + to_microseconds(n * 39000000 + cast(hash(n) % 39000000 as bigint)) as arrived_at,
    timestamp '2015-04-01' + to_microseconds(n * 39000000 + 900000000) as assessed_at,
    case when n % 11 > 0 then timestamp '2015-04-01' + to_microseconds(n * 39000000 + 5400000000) end as treated_at,
    timestamp '2015-04-01' + to_microseconds(n * 39000000 + 60000000 * (30 + cast(hash(n + 7) % 400 as bigint))) as departed_at,
    cast(n % 2 + 1 as integer) as arrival_mode,
    cast(cast(hash(n + 1) % 14 as bigint) + 1 as integer) as disposal,
    lpad(cast(cast(hash(n + 2) % 99 as bigint) as varchar), 2, '0') as referral_source,
    'D' || lpad(cast(cast(hash(n + 3) % 900 as bigint) as varchar), 5, '0') as diagnosis_code,
    case when n % 3 > 0 then 'T' || cast(cast(hash(n + 4) % 60 as bigint) as varchar) end as treatment_code,
    'I' || cast(cast(hash(n + 5) % 24 as bigint) as varchar) || ';I' || cast(cast(hash(n + 6) % 24 as bigint) as varchar) || ';I99;I06' as investigations,
    'G' || lpad(cast(85000 + cast(hash(n + 8) % 300 as bigint) as varchar), 5, '0') as practice_code,
    ['08K', '08L', '08N', '08Q', '07N', '08A'][n % 6 + 1] as ccg_code,
    ['0-17', '18-29', '30-44', '45-64', '65-74', '75-84', '85+'][cast(hash(n + 9) % 7 as bigint) + 1] as age_band,
    n % 4 = 0 as is_ambulance,
    cast((cast(hash(n + 10) % 40000 as bigint)) / 100.0 as decimal(9, 2)) as tariff_gbp,
    n * 3 + 77 as row_version
from range($rows) as r(n)
