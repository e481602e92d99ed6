using Stp.Warehouse.DuckDb;

namespace Stp.Warehouse.Loading;

/// <summary>One organisation as config/organisations.csv describes it, for dim_organisation.</summary>
/// <param name="Level">partnership, provider, ccg or other.</param>
public sealed record OrganisationMember(
    string OdsCode,
    string Name,
    string ShortName,
    string Level,
    string? PartnershipCode,
    string? SuccessorOdsCode,
    DateOnly ValidFrom,
    DateOnly? ValidTo);

/// <summary>Keeps dim_organisation: keys are given once and never change, whatever becomes of names and levels.</summary>
public sealed class OrganisationDimension(WarehouseSession session)
{
    private const string NewKeys = "(select max(organisation_key) from star.dim_organisation)";

    /// <summary>Makes the dimension say what config says; an organisation met in data before gets its name.</summary>
    /// <returns>True when anything changed.</returns>
    public bool Apply(IEnumerable<OrganisationMember> members)
    {
        session.Execute("create or replace temp table organisation_member as select * exclude (organisation_key, is_inferred) from star.dim_organisation limit 0");
        session.Append(null, "organisation_member", members.Select(member => (IReadOnlyList<object?>)
        [
            member.OdsCode, member.Name, member.ShortName, member.Level, member.PartnershipCode, member.SuccessorOdsCode,
            member.ValidFrom, member.ValidTo,
        ]));
        var added = session.Execute(
            $"""
            insert into star.dim_organisation
            select {NewKeys} + row_number() over (order by ods_code), *, false
            from organisation_member
            where ods_code not in (select ods_code from star.dim_organisation)
            """);
        var updated = session.Execute(
            """
            update star.dim_organisation as d
            set organisation_name = m.organisation_name,
                short_name = m.short_name,
                organisation_level = m.organisation_level,
                partnership_code = m.partnership_code,
                successor_ods_code = m.successor_ods_code,
                valid_from_date = m.valid_from_date,
                valid_to_date = m.valid_to_date,
                is_inferred = false
            from organisation_member as m
            where m.ods_code = d.ods_code
              and (d.is_inferred or (d.organisation_name, d.short_name, d.organisation_level, d.partnership_code, d.successor_ods_code, d.valid_from_date, d.valid_to_date)
                  is distinct from (m.organisation_name, m.short_name, m.organisation_level, m.partnership_code, m.successor_ods_code, m.valid_from_date, m.valid_to_date))
            """);
        session.Execute("drop table organisation_member");
        return added + updated > 0;
    }

    /// <summary>Adds the organisations that a batch names for the first time, where their codes look like ODS codes.</summary>
    /// <param name="select">Selects <c>ods_code</c> from the staged batch.</param>
    public void AddInferred(string select) => session.Execute(
        $$"""
        insert into star.dim_organisation
        select {{NewKeys}} + row_number() over (order by ods_code), ods_code, ods_code, ods_code, 'other', null, null, null, null, true
        from ({{select}})
        where ods_code not in (select ods_code from star.dim_organisation)
          and regexp_full_match(ods_code, '[0-9A-Z]{3,6}')
        """);
}
