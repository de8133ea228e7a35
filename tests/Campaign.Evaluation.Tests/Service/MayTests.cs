using System.Net.Http.Json;
using Campaign.Api;
using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Evaluation.Periods;
using Campaign.Evaluation.Reviews;
using Campaign.Testing;

namespace Campaign.Evaluation.Tests.Service;

/// <summary>What a view says that its reader may do is what the endpoints do, in every state and for whoever reads it.</summary>
[Collection(nameof(EvaluationService))]
public sealed class MayTests(EvaluationService service)
{
    private readonly MayWalk _walk = new();

    [Fact]
    public async Task Period_says_what_its_endpoints_allow()
    {
        var world = await service.NewWorldAsync(2);
        var period = await world.EnrolledPeriodAsync();
        var review = (await world.ReviewsAsync(period, SubjectKinds.Member, world.PathA))[0];
        foreach (
            var (role, path) in new[]
            {
                (Roles.CityOfficer, "hn"),
                (Roles.DistrictOfficer, world.Path),
                (Roles.Committee, world.Path),
                (Roles.Committee, world.PathA),
                (Roles.Secretary, world.PathA),
                (Roles.Analyst, world.Path),
                (Roles.Member, world.PathA),
            }
        )
        {
            var caller = $"{role}@{path}";
            var http = service.Factory.As(caller);
            var under = path == "hn" ? world.Path : path;
            var may = (await service.As(caller).PeriodAsync(period.Id)).May;
            await _walk.TryAsync(
                http,
                caller,
                may,
                PeriodActions.Enrol.Name,
                ActionCall.Post($"periods/{period.Id}/enrol", new Enrol(under))
            );
            await _walk.TryAsync(
                http,
                caller,
                may,
                PeriodActions.Propose.Name,
                ActionCall.Post($"periods/{period.Id}/proposals", new Propose([new Proposal(review.Id, new Scores(20, 50, null))]))
            );
            await _walk.TryAsync(
                http,
                caller,
                may,
                PeriodActions.Decide.Name,
                ActionCall.Post($"periods/{period.Id}/decisions", new Decide(under, SubjectKinds.Unit, null, null))
            );
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Review_says_what_its_endpoints_allow()
    {
        var world = await service.NewWorldAsync(2);
        var member = world.MembersA[0];
        (string[] Posts, Guid? Member)[] callers =
        [
            ([$"{Roles.Member}@{world.PathA}"], member),
            ([$"{Roles.Secretary}@{world.PathA}"], null),
            ([$"{Roles.Secretary}@{world.PathA}"], member),
            ([$"{Roles.Committee}@{world.Path}"], null),
            ([$"{Roles.DistrictOfficer}@{world.Path}"], null),
        ];
        foreach (var state in ReviewStates.All)
        {
            var period = await world.EnrolledPeriodAsync(state);
            var own = (await world.ReviewsAsync(period, SubjectKinds.Member, world.PathA)).Single(review => review.SubjectId == member);
            var unit = (await world.ReviewsAsync(period, SubjectKinds.Unit, world.PathA)).ShouldHaveSingleItem();
            if (state is ReviewStates.Proposed or ReviewStates.Decided)
            {
                await world.ProposeAsync(period, [own, unit], [75, 75]);
            }
            else if (state == ReviewStates.SelfRated)
            {
                await service.AsMember(member, world.PathA).SelfRateAsync(own.Id, new Scores(20, 50, null));
            }

            if (state == ReviewStates.Decided)
            {
                await world.Officer.DecideAsync(period.Id, new Decide(world.Path, SubjectKinds.Member, null, null));
                await world.Officer.DecideAsync(period.Id, new Decide(world.Path, SubjectKinds.Unit, null, null));
            }

            foreach (var (posts, who) in callers)
            {
                foreach (var review in posts[0].StartsWith(Roles.Member, StringComparison.Ordinal) ? new[] { own } : [own, unit])
                {
                    var http = service.Factory.As(posts, who);
                    var may = (await new EvaluationClient(http).ReviewAsync(review.Id)).May;
                    var what = $"{state} review of a {review.SubjectKind} for {posts[0]} {(who is null ? "" : "(own)")}";
                    await _walk.TryAsync(
                        http,
                        what,
                        may,
                        ReviewActions.SelfRate.Name,
                        ActionCall.Post($"reviews/{review.Id}/self-rating", new Scores(20, 50, null))
                    );
                    await _walk.TryAsync(
                        http,
                        what,
                        may,
                        ReviewActions.Propose.Name,
                        ActionCall.Post($"periods/{period.Id}/proposals", new Propose([new Proposal(review.Id, new Scores(20, 50, null))]))
                    );
                }
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Service_says_where_a_period_may_be_opened()
    {
        var world = await service.NewWorldAsync(1);
        foreach (
            var caller in new[]
            {
                $"{Roles.CityOfficer}@hn",
                $"{Roles.Committee}@{world.PathA}",
                $"{Roles.Secretary}@{world.Path}",
                $"{Roles.Analyst}@hn",
            }
        )
        {
            var http = service.Factory.As(caller);
            var may = (await http.GetFromJsonAsync<List<MayWithin>>("may"))!;
            foreach (var (unit, path) in new[] { (world.UnitId, world.Path), (world.CellA, world.PathA) })
            {
                string[] said = [.. may.Where(one => one.UnitPaths.Any(root => UnitPath.IsWithin(path, root))).Select(one => one.Action)];
                await _walk.TryAsync(
                    http,
                    $"{path} for {caller}",
                    said,
                    PeriodActions.Open.Name,
                    ActionCall.Post(
                        "periods",
                        new OpenPeriod(
                            world.Campaign,
                            $"{Guid.NewGuid()}",
                            new DateOnly(2025, 1, 1),
                            new DateOnly(2025, 12, 31),
                            unit,
                            null,
                            null
                        )
                    )
                );
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Service_says_who_reads_what_and_who_operates_it()
    {
        await _walk.TryReadingAsync(post => service.Factory.As(post), ("read-periods", "periods"));

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Ranks_are_a_catalogue_best_first_and_a_filter_names_them()
    {
        var world = await service.NewWorldAsync(1);
        var period = await world.EnrolledPeriodAsync();
        (await world.Officer.CatalogueAsync(EvaluationCatalogues.Ranks.Name))
            .Value.Entries.Select(entry => entry.Code)
            .ShouldBe([Ranks.Excellent, Ranks.Good, Ranks.Completed, Ranks.Failed]);
        (await world.Officer.CatalogueAsync(EvaluationCatalogues.SubjectKinds.Name))
            .Value.Entries.Select(entry => entry.NameIn("vi"))
            .ShouldBe(["Cá nhân", "Tập thể"]);
        (await Should.ThrowAsync<ApiException>(world.Officer.ReviewsAsync(period.Id, rank: "superb"))).Message.ShouldContain(
            "excellent, good, completed, failed"
        );
    }
}
