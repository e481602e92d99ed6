-- feed: inpatient_spell
-- key: spell_id
-- month: admission_date
-- newest: modified_at
-- fact_inpatient_spell: one row per spell.
with stay as (
    select
        *,
        cast(admitted_at as date) as admission_date,
        cast(discharged_at as date) as discharge_date,
        cast(discharged_at as date) - cast(admitted_at as date) as length_of_stay_days
    from staging.stg_inpatient_spell
),

grouped as (
    select
        s.*,
        coalesce(m.admission_method_key, 0) as admission_method_key,
        coalesce(m.admission_group, 'other') as admission_group
    from stay as s
    left join star.dim_admission_method as m on m.admission_method_code = s.admission_method_code
),

delivered as (
    select
        *,
        case
            when admission_group = 'elective' and patient_classification_code in ('3', '4') then 'RA'
            when admission_group = 'elective' and patient_classification_code = '2'
                and intended_management_code = '2' and length_of_stay_days = 0 then 'DC'
            when admission_group = 'elective' then 'EL'
            when admission_group = 'emergency' and length_of_stay_days = 0 then 'NEL-ZLOS'
            when admission_group = 'emergency' then 'NEL-LOS+1'
            when admission_group in ('maternity', 'birth') then 'NELNE'
            when admission_method_code = '81' then 'TRANSFERS'
            else 'OTHER'
        end as point_of_delivery_code
    from grouped
)

select
    s.spell_id,
    coalesce(provider.organisation_key, 0) as provider_key,
    coalesce(commissioner.organisation_key, 0) as commissioner_key,
    s.admission_method_key,
    coalesce(delivery.point_of_delivery_key, 0) as point_of_delivery_key,
    coalesce(first_specialty.specialty_key, 0) as first_specialty_key,
    coalesce(last_specialty.specialty_key, 0) as last_specialty_key,
    coalesce(age.age_band_key, 0) as age_band_key,
    s.admission_date,
    s.discharge_date,
    s.admitted_at,
    s.discharged_at,
    cast(s.length_of_stay_days as integer) as length_of_stay_days,
    s.admission_group = 'emergency' as is_emergency,
    s.point_of_delivery_code in ('DC', 'EL') as is_elective,
    s.point_of_delivery_code = 'DC' as is_day_case,
    s.admission_group = 'maternity' as is_maternity,
    coalesce(s.length_of_stay_days = 0, false) as is_zero_day,
    -- Deaths (4, and 5 for the stillborn) are nobody's readmission.
    s.patient_pseudonym is not null
        and s.discharge_date is not null
        and s.point_of_delivery_code in ('EL', 'NEL-ZLOS', 'NEL-LOS+1')
        and coalesce(s.discharge_method_code, '') not in ('4', '5') as is_readmission_index,
    -- Obstetrics, midwifery, medical and clinical oncology: return there is part of the care.
    s.patient_pseudonym is not null
        and s.admission_group = 'emergency'
        and coalesce(s.first_specialty_code, '') not in ('501', '560', '370', '800') as is_readmission_candidate,
    cast(s.episode_count as smallint) as episode_count,
    s.patient_pseudonym,
    s.sex_code,
    s.site_code,
    s.patient_classification_code,
    s.intended_management_code,
    s.discharge_method_code,
    s.discharge_destination_code,
    s.modified_at
from delivered as s
left join star.dim_organisation as provider on provider.ods_code = s.provider_code
left join star.dim_organisation as commissioner on commissioner.ods_code = s.commissioner_code
left join star.dim_point_of_delivery as delivery on delivery.point_of_delivery_code = s.point_of_delivery_code
left join star.dim_specialty as first_specialty on first_specialty.specialty_code = s.first_specialty_code
left join star.dim_specialty as last_specialty on last_specialty.specialty_code = s.last_specialty_code
left join star.dim_age_band as age on age.age_band = s.age_band
