using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Scenarios.People;
using Campaign.Scenarios.Plans;

namespace Campaign.Scenarios.Chapters;

/// <summary>
/// The campaign is opened, the documents are recorded from the top down, each district issues its plan, units acknowledge and report.
/// </summary>
internal static class DirectivesChapter
{
    private const int PageSize = 500;

    /// <summary>Units that were just set up are not known to Directive yet.</summary>
    private static readonly string[] s_reachesNobody = [DirectiveProblems.RuleReachesNobody.Code, DirectiveProblems.TypesOfUnits.Code];

    public static async Task PlayAsync(Stage stage)
    {
        var progress = stage.Narrator.Begin(
            "directives: documents issued",
            stage.Plan.Documents.Count + stage.Plan.Districts.Sum(district => district.Documents.Count)
        );
        stage.Campaign = await OpenCampaignAsync(stage);
        var city = stage.Cast.As(stage.Plan.CityOfficer).Directive;
        var known = await KnownAsync(city, stage);
        foreach (var document in stage.Plan.Documents)
        {
            var recorded = await RecordAsync(city, document, CityRoot.Unit, known, stage);
            await IssueAsync(city, recorded, new IssueDirective([], null, []), stage);
            progress.Step();
        }

        foreach (var district in stage.Plan.Districts)
        {
            await IssueAllAsync(district, known, stage, progress);
        }

        stage.Sent.Directives = stage.Plan.Documents.Count + stage.Plan.Districts.Sum(district => district.Documents.Count);
        stage.Sent.Assignments = stage.Plan.Districts.Sum(district => Demands.Of(stage.Plan, district).Sum(demand => demand.Units));
    }

    /// <summary>The committees report on the plan at the end.</summary>
    public static async Task ReportAsync(Stage stage)
    {
        foreach (var district in stage.Plan.Districts)
        {
            var officer = stage.Cast.As(district.Officer).Directive;
            var plan = await PlanOfAsync(district, stage);
            var asked = await AssignmentsAsync(officer, plan.Id, RequirementKinds.Report, stage);
            await stage.EachAsync(asked.Where(assignment => assignment.CompletedOn is null), assignment =>
                stage
                    .Cast.As(district.SecretaryOf(assignment.UnitPath))
                    .Directive.ReportAsync(
                        assignment.Id,
                        new ReportAssignment(
                            $"Báo cáo kết quả thực hiện của {assignment.UnitName} (minh họa): đã tổ chức học tập, quán triệt và sinh "
                                + "hoạt chuyên đề đầy đủ các kỳ.",
                            assignment.DueOn.AddDays(-2)
                        ),
                        stage.Key("report", assignment.Id),
                        stage.Ct
                    )
            );
        }
    }

    /// <summary>The district's plan, which asks for the sessions.</summary>
    public static async Task<DirectiveView> PlanOfAsync(DistrictPlan district, Stage stage) =>
        (await KnownAsync(stage.Cast.As(district.Officer).Directive, stage))[(district.Documents[0].Symbol, district.Unit.Path)];

    public static async Task<List<AssignmentView>> AssignmentsAsync(
        DirectiveClient directives,
        Guid directive,
        string requirement,
        Stage stage
    )
    {
        List<AssignmentView> assignments = [];
        await foreach (
            var assignment in Paging.AllAsync(cursor =>
                directives.AssignmentsAsync(directive: directive, requirement: requirement, cursor: cursor, limit: PageSize, ct: stage.Ct)
            )
        )
        {
            assignments.Add(assignment);
        }

        return assignments;
    }

    private static async Task<CampaignView> OpenCampaignAsync(Stage stage)
    {
        var directives = stage.Cast.As(stage.Plan.CityOfficer).Directive;
        await foreach (var campaign in Paging.AllAsync(cursor => directives.CampaignsAsync(cursor, PageSize, stage.Ct)))
        {
            if (campaign.Name == stage.Plan.CampaignName)
            {
                return campaign;
            }
        }

        return await Later.ArrivedAsync(
            () =>
                directives.OpenCampaignAsync(
                    new OpenCampaign(
                        stage.Plan.CampaignName,
                        stage.Plan.From,
                        stage.Plan.To,
                        stage.UnitId(CityRoot.Unit),
                        stage.Plan.Topics
                    ),
                    stage.Key("campaign"),
                    stage.Ct
                ),
            stage.Ct
        );
    }

    private static async Task<Dictionary<(string Symbol, string Owner), DirectiveView>> KnownAsync(DirectiveClient directives, Stage stage)
    {
        Dictionary<(string, string), DirectiveView> known = [];
        await foreach (
            var directive in Paging.AllAsync(cursor => directives.DirectivesAsync(stage.Campaign.Id, null, cursor, PageSize, stage.Ct))
        )
        {
            known[(directive.Symbol, directive.OwnerUnitPath)] = directive;
        }

        return known;
    }

    private static async Task IssueAllAsync(
        DistrictPlan district,
        Dictionary<(string Symbol, string Owner), DirectiveView> known,
        Stage stage,
        Telling.Progress progress
    )
    {
        var officer = stage.Cast.As(district.Officer).Directive;
        for (var at = 0; at < district.Documents.Count; at++)
        {
            var demands = Demands.Of(stage.Plan, district, at).ToList();
            var recorded = await RecordAsync(officer, district.Documents[at], district.Unit, known, stage);
            var issue = new IssueDirective([], new AddressRule(district.Unit.Path, []), [.. demands.Select(demand => demand.Requirement)]);
            if (recorded.State == "draft")
            {
                var units = district.Units.Count + 1;
                await Later.UntilAsync(
                    $"the {units} units of {district.Unit.Code} to be known to Directive",
                    () => PreviewAsync(officer, recorded.Id, issue, stage),
                    known => known == units,
                    stage.Ct
                );
                await IssueAsync(officer, recorded, issue, stage);
            }

            await AcknowledgeAsync(officer, recorded, district, demands.Sum(demand => demand.Units), stage);
            progress.Step();
        }
    }

    private static async Task<int> PreviewAsync(DirectiveClient directives, Guid id, IssueDirective issue, Stage stage)
    {
        try
        {
            return (await directives.PreviewIssueAsync(id, issue, stage.Ct)).Units;
        }
        catch (ApiException nobody) when (nobody.Errors.Any(error => s_reachesNobody.Contains(error.Code)))
        {
            return 0;
        }
    }

    private static async Task<DirectiveView> RecordAsync(
        DirectiveClient directives,
        DocumentPlan document,
        UnitPlan owner,
        Dictionary<(string Symbol, string Owner), DirectiveView> known,
        Stage stage
    )
    {
        if (known.TryGetValue((document.Symbol, owner.Path), out var recorded))
        {
            return recorded;
        }

        var superior = document.CarriesOut is null
            ? null
            : known.GetValueOrDefault((document.CarriesOut, owner.Path)) ?? known[(document.CarriesOut, CityRoot.Unit.Path)];
        recorded = await Later.ArrivedAsync(
            () =>
                directives.RecordAsync(
                    new RecordDirective(
                        stage.Campaign.Id,
                        document.Type,
                        document.Symbol,
                        document.Title,
                        document.Issuer,
                        stage.UnitId(owner),
                        document.Signer,
                        document.SignedOn,
                        superior?.Id,
                        null,
                        null
                    ),
                    stage.Key("record", owner.Path, document.Symbol),
                    stage.Ct
                ),
            stage.Ct
        );
        known[(document.Symbol, owner.Path)] = recorded;
        return recorded;
    }

    private static async Task IssueAsync(DirectiveClient directives, DirectiveView directive, IssueDirective issue, Stage stage)
    {
        if (directive.State == "draft")
        {
            await directives.IssueAsync(directive.Id, issue, stage.Key("issue", directive.Id), stage.Ct);
        }
    }

    private static async Task AcknowledgeAsync(
        DirectiveClient officer,
        DirectiveView directive,
        DistrictPlan district,
        int assignments,
        Stage stage
    )
    {
        var issued = await Later.UntilAsync(
            $"the {assignments} assignments of {directive.Symbol}",
            () => officer.DirectiveAsync(directive.Id, stage.Ct),
            seen => seen.Counts.Assignments == assignments,
            stage.Ct
        );
        if (issued.Counts.Acknowledged == assignments)
        {
            return;
        }

        // the committees for what is below them, side by side; the district's secretary for the rest
        foreach (
            var level in district
                .Secretaries.GroupBy(part => part.UnitPath.Count(letter => letter == '/'))
                .OrderByDescending(level => level.Key)
        )
        {
            await stage.EachAsync(level, secretary => AcknowledgeAsync(secretary, directive, stage));
        }
    }

    private static async Task AcknowledgeAsync(Part secretary, DirectiveView directive, Stage stage)
    {
        var on = directive.SignedOn.AddDays(2 + stage.Plan.Chance.Below(7, "acknowledge", secretary.UnitPath, directive.Symbol));
        while (
            (
                await stage
                    .Cast.As(secretary)
                    .Directive.AcknowledgeManyAsync(new AcknowledgeMany(directive.Id, secretary.UnitPath, on), ct: stage.Ct)
            ).Count > 0
        ) { }
    }
}
