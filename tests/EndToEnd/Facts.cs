using Stp.Warehouse.DuckDb;

namespace Stp.Tests.EndToEnd;

/// <summary>The facts of a warehouse as one text: equal texts, equal facts, whatever order and batches they came in.</summary>
internal static class Facts
{
    /// <summary>
    /// Organisations count by their codes, since keys are given in the order of arrival; pseudonyms by whether there is
    /// one, since every sample has a key of its own.
    /// </summary>
    /// <param name="without">Attendances that are left out.</param>
    public static string HashOf(WarehouseSession session, IEnumerable<long>? without = null) => session.Scalar<string>(
        $"""
        with attendance as (
            select
                p.ods_code as provider_code,
                coalesce(c.ods_code, '?') as commissioner_code,
                a.* exclude (batch_key, provider_key, commissioner_key, patient_pseudonym),
                a.patient_pseudonym is null as is_nobody
            from star.fact_ae_attendance as a
            inner join star.dim_organisation as p on p.organisation_key = a.provider_key
            inner join star.dim_organisation as c on c.organisation_key = a.commissioner_key
            where a.attendance_id not in ({string.Join(", ", (without ?? []).Append(-1))})
        ),

        monthly_return as (
            select o.ods_code, r.* exclude (batch_key, organisation_key)
            from star.fact_ae_monthly_return as r
            inner join star.dim_organisation as o on o.organisation_key = r.organisation_key
        )

        select
            (select count(*) || ' ' || coalesce(cast(bit_xor(md5_number(cast(a as text))) as text), '') from attendance as a)
            || ' ' || (select count(*) filter (where not is_nobody) from attendance)
            || ' ' || (select count(*) || ' ' || coalesce(cast(bit_xor(md5_number(cast(r as text))) as text), '') from monthly_return as r)
        """);
}
