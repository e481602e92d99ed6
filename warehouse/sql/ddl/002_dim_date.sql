-- dim_date: one row per calendar day, 1 April 2010 to 31 March 2031.
create table star.dim_date (
    calendar_date date not null,
    day_name text not null,
    day_of_week smallint not null,
    is_weekend boolean not null,
    week_ending_date date not null,
    month_date date not null,
    month_label text not null,
    days_in_month smallint not null,
    financial_year text not null,
    financial_year_start_date date not null,
    financial_month_number smallint not null,
    financial_quarter smallint not null
);

insert into star.dim_date
with days as (
    select cast(day as date) as calendar_date
    from generate_series(date '2010-04-01', date '2031-03-31', interval '1 day') as series (day)
),

dated as (
    select
        calendar_date,
        cast(extract(isodow from calendar_date) as smallint) as day_of_week,
        cast(date_trunc('month', calendar_date) as date) as month_date,
        cast(extract(month from calendar_date) as integer) as calendar_month,
        cast(extract(year from calendar_date) as integer)
            - case when extract(month from calendar_date) < 4 then 1 else 0 end as start_year
    from days
)

select
    calendar_date,
    case day_of_week
        when 1 then 'Monday' when 2 then 'Tuesday' when 3 then 'Wednesday' when 4 then 'Thursday'
        when 5 then 'Friday' when 6 then 'Saturday' else 'Sunday'
    end as day_name,
    day_of_week,
    day_of_week >= 6 as is_weekend,
    calendar_date + cast(7 - day_of_week as integer) as week_ending_date,
    month_date,
    cast(extract(year from calendar_date) as text) || '-' || lpad(cast(calendar_month as text), 2, '0') as month_label,
    cast(cast(month_date + interval '1 month' as date) - month_date as smallint) as days_in_month,
    cast(start_year as text) || '/' || lpad(cast(mod(start_year + 1, 100) as text), 2, '0') as financial_year,
    make_date(start_year, 4, 1) as financial_year_start_date,
    cast(mod(calendar_month + 8, 12) + 1 as smallint) as financial_month_number,
    cast(floor(mod(calendar_month + 8, 12) / 3) + 1 as smallint) as financial_quarter
from dated
order by calendar_date;

comment on table star.dim_date is 'Grain: one row per calendar day, with the NHS financial calendar (April to March).';
comment on column star.dim_date.calendar_date is 'The day; facts join on it.';
comment on column star.dim_date.day_name is 'Monday to Sunday.';
comment on column star.dim_date.day_of_week is '1 for Monday to 7 for Sunday.';
comment on column star.dim_date.is_weekend is 'Saturday or Sunday.';
comment on column star.dim_date.week_ending_date is 'The Sunday that ends the week, as NHS weekly reports are dated.';
comment on column star.dim_date.month_date is 'First day of the month.';
comment on column star.dim_date.month_label is 'The month as 2018-12.';
comment on column star.dim_date.days_in_month is '28 to 31: divide by it to compare months.';
comment on column star.dim_date.financial_year is 'NHS financial year, written 2016/17.';
comment on column star.dim_date.financial_year_start_date is '1 April that begins the financial year.';
comment on column star.dim_date.financial_month_number is '1 for April to 12 for March (M01 to M12).';
comment on column star.dim_date.financial_quarter is '1 for April to June, to 4 for January to March.';
