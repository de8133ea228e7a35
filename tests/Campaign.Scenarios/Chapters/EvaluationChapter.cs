using Campaign.Api;
using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Scenarios.Plans;

namespace Campaign.Scenarios.Chapters;

/// <summary>
/// Each period: everybody is enrolled, the collectives propose scores, the committee decides group by group within the cap.
/// </summary>
internal static class EvaluationChapter
{
    private const int PageSize = 500;
    private const int ProposalsInACall = 2000;

    public static async Task PlayAsync(Stage stage)
    {
        var progress = stage.Narrator.Begin(
            "evaluation: reviews decided",
            stage.Plan.Districts.Sum(district => Subjects(district) * stage.Plan.Evaluations.Count)
        );
        foreach (var district in stage.Plan.Districts)
        {
            foreach (var span in stage.Plan.Evaluations)
            {
                var period = await OpenAsync(district, span, stage);
                if (period.Counts.Decided < Subjects(district))
                {
                    await WaitForEvidenceAsync(district, span, period, stage);
                    await ProposeAsync(district, span, period, stage);
                    await DecideAsync(district, span, period, stage);
                }

                stage.Sent.Reviews += Subjects(district);
                progress.Step(Subjects(district));
            }
        }
    }

    private static int Subjects(DistrictPlan district) => district.Members.Count(member => member.IsActive) + district.Units.Count + 1;

    private static async Task<PeriodView> OpenAsync(DistrictPlan district, Span span, Stage stage)
    {
        var committee = stage.Cast.As(district.Committee).Evaluation;
        var period = await FindAsync(committee, district, span, stage)
            ?? await Later.ArrivedAsync(
                () =>
                    committee.OpenPeriodAsync(
                        new OpenPeriod(stage.Campaign.Id, span.Name, span.From, span.To, stage.UnitId(district.Unit), null, null),
                        stage.Key("period", district.Unit.Path, span.Name),
                        stage.Ct
                    ),
                stage.Ct
            );
        // members reach Evaluation by events: enrolling again adds who has arrived since
        return period.Counts.Reviews == Subjects(district)
            ? period
            : await Later.UntilAsync(
                $"{Subjects(district)} reviews of {span.Name}",
                () => committee.EnrolAsync(period.Id, new Enrol(district.Unit.Path), ct: stage.Ct),
                seen => seen.Counts.Reviews == Subjects(district),
                stage.Ct
            );
    }

    private static async Task<PeriodView?> FindAsync(EvaluationClient committee, DistrictPlan district, Span span, Stage stage)
    {
        await foreach (var period in Paging.AllAsync(cursor => committee.PeriodsAsync(stage.Campaign.Id, cursor, PageSize, stage.Ct)))
        {
            if (period.Name == span.Name && period.UnitPath == district.Unit.Path)
            {
                return period;
            }
        }

        return null;
    }

    /// <summary>A unit's rank depends on its assignments: all that fell due in the period must have arrived as done.</summary>
    private static async Task WaitForEvidenceAsync(DistrictPlan district, Span span, PeriodView period, Stage stage)
    {
        var due = Demands
            .Of(stage.Plan, district)
            .Where(demand => demand.Requirement.DueOn >= span.From && demand.Requirement.DueOn <= span.To)
            .Sum(demand => demand.Units);
        await Later.UntilAsync(
            $"evidence of {due} assignments in {span.Name}",
            async () =>
                (await ReviewsAsync(district, period, SubjectKinds.Unit, null, stage)).Sum(review =>
                    review.Evidence.AssignmentsOnTime + review.Evidence.AssignmentsLate
                ),
            done => done >= due,
            stage.Ct
        );
    }

    private static async Task<List<ReviewView>> ReviewsAsync(
        DistrictPlan district,
        PeriodView period,
        string? kind,
        string? state,
        Stage stage
    )
    {
        var committee = stage.Cast.As(district.Committee).Evaluation;
        List<ReviewView> reviews = [];
        await foreach (
            var review in Paging.AllAsync(cursor =>
                committee.ReviewsAsync(period.Id, district.Unit.Path, kind, state, cursor: cursor, limit: PageSize, ct: stage.Ct)
            )
        )
        {
            reviews.Add(review);
        }

        return reviews;
    }

    private static async Task ProposeAsync(DistrictPlan district, Span span, PeriodView period, Stage stage)
    {
        var ratings = Ratings.Of(stage.Plan.Chance, district, span);
        var members = district.Members.ToDictionary(stage.MemberId, member => member.Number);
        var open = await ReviewsAsync(district, period, null, "enrolled", stage);
        var calls = open.GroupBy(review => district.SecretaryOf(review.UnitPath))
            .SelectMany(group => group.Chunk(ProposalsInACall).Select(chunk => (Secretary: group.Key, Reviews: chunk)));
        await stage.EachAsync(calls, call =>
            stage
                .Cast.As(call.Secretary)
                .Evaluation.ProposeAsync(
                    period.Id,
                    new Propose([
                        .. call.Reviews.Select(review => new Proposal(
                            review.Id,
                            ratings[review.SubjectKind == SubjectKinds.Member ? members[review.SubjectId] : review.UnitPath]
                        )),
                    ]),
                    ct: stage.Ct
                )
        );
    }

    private static async Task DecideAsync(DistrictPlan district, Span span, PeriodView period, Stage stage)
    {
        var committee = stage.Cast.As(district.Committee).Evaluation;
        // the groups below first; the district's own group is what is left
        foreach (var group in district.Secretaries.OrderByDescending(part => part.UnitPath.Length))
        {
            foreach (var kind in SubjectKinds.All)
            {
                await committee.DecideAsync(
                    period.Id,
                    new Decide(group.UnitPath, kind, null, span.To.AddDays(20)),
                    stage.Key("decide", period.Id, group.UnitPath, kind),
                    stage.Ct
                );
            }
        }
    }
}
