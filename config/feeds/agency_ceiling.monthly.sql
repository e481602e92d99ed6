-- The ceilings as NHS Improvement sends them: one row per provider and month (Apr-18), pounds with commas before the thousands.
select
    "Provider" as provider_code,
    -- A text that is no month stays as it is, and the contract rejects it.
    coalesce(strftime(try_strptime('01-' || trim("Month"), '%d-%b-%y'), '%Y-%m-%d'), "Month") as month_date,
    replace(trim("Agency ceiling (GBP)"), ',', '') as ceiling_gbp
from file
