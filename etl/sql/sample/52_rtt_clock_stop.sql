-- history.RttClockStop: one row per state that a clock stop was ever in, from RecordedAt until SupersededAt (null: it still is), as in
-- history.AeAttendance: the pathways whose clock stopped between April 2015 and December 2018, as they were first recorded.
create table history.RttClockStop as
with stopped as (
    select
        pathway_id,
        provider_no,
        commissioner_no,
        function_no,
        is_admitted,
        start_day,
        stop_day,
        building.draw('rtt status', pathway_id) as status,
        building.draw('rtt write-up', pathway_id) as write_up
    from building.rtt_pathway
    where stop_day is not null
),

-- Stops are coded within ten days, most of them within two; those of the year's last fortnight on the same day.
written_up as (
    select
        *,
        -- Day 0 is 15,857 days after 1 January 1970.
        make_timestamp(1000000 * ((15857 + stop_day) * cast(86400 as bigint) + 32400 + cast(floor(case
            when stop_day < 2025 then 820000 * write_up * write_up * write_up
            else 50000 * write_up
        end) as bigint))) as written_up_at
    from stopped
)

select
    pathway_id as PathwayId,
    ['RJ1', 'RJZ', 'RJ2'][provider_no] as ProviderCode,
    ['07N', '07Q', '08A', '08K', '08L', '08Q', '07V', '09J', '99J', '13R'][commissioner_no] as CommissionerCode,
    ['100', '101', '110', '120', '130', '140', '150', '160', '170', '300', '301', '320', '330', '340', '400', '410', '430', '502',
        'X01', '191', '302', '303', '361', '420'][function_no] as TreatmentFunctionCode,
    date '2013-06-01' + start_day as ClockStartDate,
    date '2013-06-01' + stop_day as ClockStopDate,
    case
        when is_admitted then case when status < 0.985 then '30' when status < 0.995 then '35' else '36' end
        when status < 0.60 then '30'
        when status < 0.67 then '31'
        when status < 0.78 then '32'
        when status < 0.85 then '33'
        when status < 0.975 then '34'
        when status < 0.996 then '35'
        else '36'
    end as StopStatus,
    case when is_admitted then 'Y' else 'N' end as IsAdmitted,
    written_up_at as ModifiedAt,
    written_up_at as RecordedAt,
    cast(null as timestamp) as SupersededAt
from written_up;
