using System.Net.Http.Json;
using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Organization.Members;
using Campaign.Organization.Reorganisation;
using Campaign.Organization.Units;
using Campaign.Testing;

namespace Campaign.Organization.Tests;

/// <summary>What a view says that its reader may do is what the endpoints do, in every state and for whoever reads it.</summary>
public sealed class MayTests(OrganizationService service) : IClassFixture<OrganizationService>
{
    private static readonly string[] s_callers =
    [
        $"{Roles.Operator}@hn",
        $"{Roles.CityOfficer}@hn",
        $"{Roles.DistrictOfficer}@hn/thanh-xuan",
        $"{Roles.Secretary}@hn/thanh-xuan",
        $"{Roles.Analyst}@hn",
    ];

    private readonly MayWalk _walk = new();
    private int _number;

    [Fact]
    public async Task Unit_says_what_its_endpoints_allow()
    {
        foreach (var caller in s_callers)
        {
            foreach (var ended in new[] { false, true })
            {
                var unit = await service.CellAsync(Code("may-unit"));
                var member = await MemberAsync(await service.CellAsync(Code("may-home")));
                if (ended)
                {
                    await service.DistrictOfficer.RecordDecisionAsync(Dissolving(unit, service.Clock.Day));
                }

                foreach (var rule in UnitActions.All)
                {
                    var seen = await service.Client(caller).UnitAsync(unit.Id);
                    await _walk.TryAsync(
                        service.Http(caller),
                        $"{(ended ? "ended" : "living")} unit for {caller}",
                        seen.May,
                        rule.Name,
                        rule.Name switch
                        {
                            "rename" => ActionCall.Put($"units/{unit.Id}", seen.Version, new RenameUnit("Chi bộ khác", "CBK")),
                            "create-unit" => ActionCall.Post(
                                "units",
                                new CreateUnit(Code("below"), "Chi bộ", "CB", UnitTypes.Cell, unit.Id, new DateOnly(2010, 1, 1))
                            ),
                            "register-member" => ActionCall.Post("members", new RegisterMember(Code("N"), "Lê Văn K", unit.Id, null)),
                            _ => ActionCall.Post(
                                "posts",
                                new AssignPost(member.Id, unit.Id, Roles.Committee, new DateOnly(2021, 1, 1), null)
                            ),
                        }
                    );
                }
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Member_and_their_posts_say_what_their_endpoints_allow()
    {
        foreach (var caller in s_callers)
        {
            var unit = await service.CellAsync(Code("may-member"));
            var member = await MemberAsync(unit);
            await service.Operator.AssignPostAsync(new AssignPost(member.Id, unit.Id, Roles.Secretary, new DateOnly(2021, 1, 1), null));
            await service.Operator.AssignPostAsync(new AssignPost(member.Id, unit.Id, Roles.Operator, new DateOnly(2021, 1, 1), null));
            var (client, http) = (service.Client(caller), service.Http(caller));
            var seen = await client.MemberAsync(member.Id);
            await _walk.TryAsync(
                http,
                $"member for {caller}",
                seen.May,
                MemberActions.Update.Name,
                ActionCall.Put($"members/{member.Id}", seen.Version, new UpdateMember("Lê Văn L", unit.Id, MemberStatuses.Active))
            );
            await _walk.TryAsync(
                http,
                $"member for {caller}",
                seen.May,
                MemberActions.Assign.Name,
                ActionCall.Post("posts", new AssignPost(member.Id, unit.Id, Roles.Committee, new DateOnly(2021, 1, 1), null))
            );
            foreach (var post in seen.Posts)
            {
                await _walk.TryAsync(
                    http,
                    $"post of {post.Role} for {caller}",
                    post.May,
                    "end",
                    ActionCall.Post($"posts/{post.Id}/end", new EndPost(new DateOnly(2022, 1, 1)))
                );
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Decision_says_what_its_endpoints_allow()
    {
        foreach (var caller in s_callers)
        {
            foreach (var state in DecisionStates.All.Except([DecisionStates.Failed]))
            {
                var on = service.Clock.Day.AddDays(state == DecisionStates.Applied ? 0 : 90);
                var decision = await service.DistrictOfficer.RecordDecisionAsync(
                    Dissolving(await service.CellAsync(Code("may-decision")), on)
                );
                if (state == DecisionStates.Cancelled)
                {
                    await service.DistrictOfficer.CancelDecisionAsync(decision.Id);
                }

                var seen = await service.Client(caller).DecisionAsync(decision.Id);
                seen.State.ShouldBe(state);
                await _walk.TryAsync(
                    service.Http(caller),
                    $"{state} decision for {caller}",
                    seen.May,
                    DecisionActions.Cancel.Name,
                    ActionCall.Post($"decisions/{decision.Id}/cancel")
                );
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Import_says_what_its_endpoint_allows()
    {
        foreach (
            var (sender, caller) in new[]
            {
                ("district-officer@hn/thanh-xuan", "district-officer@hn/thanh-xuan"),
                ("operator@hn", "district-officer@hn/thanh-xuan"),
                ("district-officer@hn/thanh-xuan", "city-officer@hn"),
            }
        )
        {
            var job = await service
                .Client(sender)
                .SendMembersAsync(new MemoryStream("number,full_name,unit_code\n"u8.ToArray()), "none.csv", dryRun: true);
            await Eventually.TrueAsync(
                "the import to be over",
                () => service.Client(sender).ImportJobAsync(job.Id),
                seen => ImportJobStates.IsOver(seen.State)
            );
            if (sender == "operator@hn")
            {
                continue; // who does not cover all that the sender covered is not told that there is one
            }

            var seen = await service.Client(caller).ImportJobAsync(job.Id);
            await _walk.TryAsync(
                service.Http(caller),
                $"import that is over for {caller}",
                seen.May,
                "cancel",
                ActionCall.Post($"imports/jobs/{job.Id}/cancel")
            );
        }

        _walk.Seen.Refused.ShouldBe(2);
    }

    [Fact]
    public async Task Service_says_who_reads_what_and_who_operates_it()
    {
        await _walk.TryReadingAsync(post => service.Http(post), ("read-units", "units"), ("read-members", "members"));

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Service_says_what_may_be_begun_and_where()
    {
        foreach (var caller in s_callers)
        {
            var unit = await service.CellAsync(Code("may-within"));
            var http = service.Http(caller);
            var may = (await http.GetFromJsonAsync<List<MayWithin>>("may"))!;
            string[] said = [.. may.Where(one => one.UnitPaths.Any(path => UnitPath.IsWithin(unit.Path, path))).Select(one => one.Action)];
            await _walk.TryAsync(
                http,
                caller,
                said,
                "create-unit",
                ActionCall.Post("units", new CreateUnit(Code("within"), "Chi bộ", "CB", UnitTypes.Cell, unit.Id, new DateOnly(2010, 1, 1)))
            );
            await _walk.TryAsync(
                http,
                caller,
                said,
                "register-member",
                ActionCall.Post("members", new RegisterMember(Code("W"), "Lê Văn K", unit.Id, null))
            );
            await _walk.TryAsync(
                http,
                caller,
                said,
                "import",
                ActionCall.Post("imports/members", $"number,full_name,unit_code\n{Code("I")},Lê Văn M,{unit.Code}\n")
            );
            await _walk.TryAsync(
                http,
                caller,
                said,
                "record-decision",
                ActionCall.Post("decisions", Dissolving(unit, service.Clock.Day.AddDays(30)))
            );
        }

        _walk.ShouldBeRight();
    }

    private string Code(string prefix) => $"{prefix}-{Guid.NewGuid():n}"[..24] + ++_number;

    private Task<MemberView> MemberAsync(UnitView unit) =>
        service.DistrictOfficer.RegisterMemberAsync(new RegisterMember(Code("M"), "Lê Văn K", unit.Id, null));

    private static RecordDecision Dissolving(UnitView unit, DateOnly on) =>
        new(
            $"{unit.Code}",
            new DateOnly(2024, 1, 1),
            on,
            "Giải thể",
            [new ReorganisationStep(ReorganisationKinds.Dissolve, [unit.Code], "thanh-xuan")]
        );
}
