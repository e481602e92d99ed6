-- history.RttOpenPathway: one row per month-end census from December 2017 to December 2018 and pathway open that night, for as long as
-- the census held it (RecordedAt until SupersededAt; null: it still does). Trusts hold the censuses before these as returns alone.
create table history.RttOpenPathway as
with open as (
    select
        pathway_id,
        provider_no,
        commissioner_no,
        function_no,
        start_day,
        decision_day,
        unnest(range(greatest(start_month, 32), coalesce(stop_month, 45))) as month_no
    from building.rtt_pathway
    where coalesce(stop_month, 45) > 32
),

counted as (
    select
        *,
        [
            date '2017-12-31', date '2018-01-31', date '2018-02-28', date '2018-03-31', date '2018-04-30', date '2018-05-31',
            date '2018-06-30', date '2018-07-31', date '2018-08-31', date '2018-09-30', date '2018-10-31', date '2018-11-30',
            date '2018-12-31'
        ][month_no - 31] as census_date
    from open
)

select
    census_date as CensusDate,
    pathway_id as PathwayId,
    ['RJ1', 'RJZ', 'RJ2'][provider_no] as ProviderCode,
    ['07N', '07Q', '08A', '08K', '08L', '08Q', '07V', '09J', '99J', '13R'][commissioner_no] as CommissionerCode,
    ['100', '101', '110', '120', '130', '140', '150', '160', '170', '300', '301', '320', '330', '340', '400', '410', '430', '502',
        'X01', '191', '302', '303', '361', '420'][function_no] as TreatmentFunctionCode,
    date '2013-06-01' + start_day as ClockStartDate,
    case when date '2013-06-01' + decision_day <= census_date then 'Y' else 'N' end as HasDecisionToAdmit,
    census_date + interval 22 hour as ModifiedAt,
    census_date + interval 22 hour as RecordedAt,
    cast(null as timestamp) as SupersededAt
from counted;
