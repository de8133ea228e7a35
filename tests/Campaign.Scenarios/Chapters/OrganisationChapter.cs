using System.Globalization;
using System.Net;
using System.Text;
using Campaign.Api;
using Campaign.Api.Identity;
using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Scenarios.People;
using Campaign.Scenarios.Plans;

namespace Campaign.Scenarios.Chapters;

/// <summary>The operator plants the city and opens accounts; officers import their units and members.</summary>
internal static class OrganisationChapter
{
    /// <summary>Accounts in one call: the limit of the endpoint.</summary>
    private const int Batch = 100;

    /// <summary>Keeps a file far below the 20 MB that an import takes.</summary>
    private const int RowsInAFile = 50_000;

    private const int PageSize = 500;

    public static async Task PlayAsync(Stage stage)
    {
        var progress = stage.Narrator.Begin(
            "organisation: units and members imported",
            stage.Plan.Districts.Sum(district => district.Members.Count)
        );
        await PlantCityAsync(stage);
        await OpenAccountsAsync(stage, stage.Plan.Parts.Where(part => part.Holder is null));
        var city = stage.Cast.As(stage.Plan.CityOfficer).Organization;
        await stage.EachAsync([.. stage.Plan.Districts.Chunk(RowsInAFile)], districts =>
            ImportUnitsAsync(city, districts.Select(district => district.Unit), stage)
        );
        foreach (var district in stage.Plan.Districts)
        {
            var officer = stage.Cast.As(district.Officer).Organization;
            await ImportUnitsAsync(officer, district.Units, stage);
            foreach (var members in district.Members.Chunk(RowsInAFile))
            {
                Accept(await officer.ImportMembersAsync(MemberFile(members), dryRun: false, ct: stage.Ct));
            }

            await LearnIdsAsync(officer, district, stage);
            progress.Step(district.Members.Count);
        }

        await OpenAccountsAsync(stage, stage.Plan.Parts.Where(part => part.Holder is not null));
    }

    private static async Task PlantCityAsync(Stage stage)
    {
        var organization = stage.Cast.Operator.Organization;
        var root = CityRoot.Unit;
        try
        {
            stage.Units[root.Path] = (await organization.UnitByCodeAsync(root.Code, stage.Ct)).Id;
        }
        catch (ApiException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            var created = await organization.CreateUnitAsync(
                new CreateUnit(root.Code, root.Name, root.ShortName, root.Type, null, root.ValidFrom),
                stage.Key("root"),
                stage.Ct
            );
            stage.Units[root.Path] = created.Id;
        }
    }

    private static async Task OpenAccountsAsync(Stage stage, IEnumerable<Part> parts)
    {
        var identity = stage.Cast.Operator.Identity;
        foreach (var batch in parts.DistinctBy(part => part.UserName).Chunk(Batch))
        {
            // a member comes from Organization, by event
            var opened = await Later.ArrivedAsync(
                () => identity.CreateAccountsAsync([.. batch.Select(part => Account(part, stage))], stage.Ct),
                stage.Ct
            );
            foreach (var part in batch.Where(part => part.Holder is not null))
            {
                // the post comes from Organization, by event
                var id = opened.First(account => account.UserName == part.UserName).Id;
                await Later.UntilAsync(
                    $"the post {part.Role}@{part.UnitPath} of {part.UserName}",
                    async () => (await identity.AccountAsync(id, stage.Ct)).CurrentPosts,
                    posts => posts.Contains($"{part.Role}@{part.UnitPath}"),
                    stage.Ct
                );
            }
        }
    }

    private static CreateAccount Account(Part part, Stage stage)
    {
        var member = part.Holder is null ? (Guid?)null : stage.MemberId(part.Holder);
        // a plain member has no post in Organization
        var granted = part.Holder is null || part.Role == Roles.Member;
        return new CreateAccount(
            part.UserName,
            part.Name,
            stage.Cast.DemoPassword,
            part.UnitPath,
            member,
            Posts: granted ? [new GrantPost(part.Role, part.UnitPath)] : null
        );
    }

    private static async Task ImportUnitsAsync(OrganizationClient organization, IEnumerable<UnitPlan> units, Stage stage) =>
        Accept(await organization.ImportUnitsAsync(UnitFile(units), dryRun: false, ct: stage.Ct));

    private static void Accept(ImportReport report)
    {
        if (report.Errors is [var error, ..])
        {
            throw new StoryException(
                $"An import was refused: {report.ErrorCount} errors, first in line {error.Line}, {error.Column} '{error.Value}': "
                    + $"{error.Detail}"
            );
        }
    }

    private static async Task LearnIdsAsync(OrganizationClient organization, DistrictPlan district, Stage stage)
    {
        await foreach (
            var unit in Paging.AllAsync(cursor =>
                organization.UnitsAsync(under: district.Unit.Path, cursor: cursor, limit: PageSize, ct: stage.Ct)
            )
        )
        {
            stage.Units[unit.Path] = unit.Id;
        }

        await foreach (
            var member in Paging.AllAsync(cursor =>
                organization.MembersAsync(under: district.Unit.Path, cursor: cursor, limit: PageSize, ct: stage.Ct)
            )
        )
        {
            stage.Members[member.Number] = member.Id;
        }
    }

    private static string UnitFile(IEnumerable<UnitPlan> units) =>
        File(
            "code,name,short_name,type,parent_code,valid_from",
            units.Select(unit => Csv.Line(unit.Code, unit.Name, unit.ShortName, unit.Type, unit.ParentCode, Day(unit.ValidFrom)))
        );

    private static string MemberFile(IEnumerable<MemberPlan> members) =>
        File(
            "number,full_name,unit_code,joined_on,status,posts",
            members.Select(member =>
                Csv.Line(
                    member.Number,
                    member.FullName,
                    member.Unit.Code,
                    Day(member.JoinedOn),
                    member.Status,
                    string.Join(';', member.Posts)
                )
            )
        );

    private static string File(string header, IEnumerable<string> lines) =>
        new StringBuilder().AppendLine(header).AppendJoin('\n', lines).ToString();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
