using System.Net.Http.Json;
using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Assignments;
using Campaign.Directives.Commitments;
using Campaign.Directives.Documents;
using Campaign.Directives.Tests.Files;
using Campaign.Hosting.Access;
using Campaign.Testing;

namespace Campaign.Directives.Tests.Service;

/// <summary>What a view says that its reader may do is what the endpoints do, in every state and for whoever reads it.</summary>
[Collection(ServiceTests.Name)]
public sealed class MayTests(DirectiveService service)
{
    private readonly MayWalk _walk = new();
    private readonly Queue<Guid> _waiting = [];

    [Fact]
    public async Task Assignment_says_what_its_endpoints_allow()
    {
        var ward = await service.WardAsync(1);
        var unit = ward.Cells[0];
        string[][] callers =
        [
            [$"{Roles.Secretary}@{unit.Path}"],
            [$"{Roles.Secretary}@{ward.Unit.Path}"],
            [$"{Roles.DistrictOfficer}@hn/thanh-xuan"],
            [$"{Roles.DistrictOfficer}@{unit.Path}"],
            [$"{Roles.Analyst}@hn"],
            [$"{Roles.Member}@{unit.Path}"],
            [$"{Roles.Analyst}@hn", $"{Roles.Secretary}@hn/dong-da"],
        ];
        (string State, string Kind)[] states =
        [
            .. new[]
            {
                AssignmentStates.Issued,
                AssignmentStates.Acknowledged,
                AssignmentStates.Planned,
                AssignmentStates.InProgress,
                "extension-asked",
                AssignmentStates.Reported,
                AssignmentStates.Returned,
                AssignmentStates.Accepted,
                AssignmentStates.Closed,
                AssignmentStates.Recalled,
            }.Select(state => (state, RequirementKinds.Report)),
            (AssignmentStates.Issued, RequirementKinds.Acknowledge),
            (AssignmentStates.Closed, RequirementKinds.Acknowledge),
            (AssignmentStates.Issued, RequirementKinds.ThematicMeeting),
            (AssignmentStates.Planned, RequirementKinds.ThematicMeeting),
        ];
        foreach (var (state, kind) in states)
        {
            foreach (var caller in callers)
            {
                await WalkAsync(unit, state, kind, caller);
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Document_says_what_its_endpoints_allow()
    {
        var ward = await service.WardAsync(1);
        string[] callers =
        [
            $"{Roles.DistrictOfficer}@hn/thanh-xuan",
            $"{Roles.CityOfficer}@hn",
            $"{Roles.Secretary}@{ward.Unit.Path}",
            $"{Roles.Analyst}@hn",
            $"{Roles.Member}@{ward.Cells[0].Path}",
        ];
        var issue = new IssueDirective([ward.Cells[0].Id], null, [service.Asking(RequirementKinds.Report)]);
        foreach (var caller in callers)
        {
            var http = service.Factory.As(caller);
            foreach (var issued in new[] { false, true })
            {
                var document = await service.DraftAsync();
                if (issued)
                {
                    await service.Officer.IssueAsync(document.Id, issue);
                }

                foreach (var rule in DocumentActions.All)
                {
                    var seen = await service.As(caller).DirectiveAsync(document.Id);
                    await _walk.TryAsync(
                        http,
                        $"{seen.State} document for {caller}",
                        seen.May,
                        rule.Name,
                        rule.Name switch
                        {
                            "correct" => ActionCall.Put(
                                $"directives/{document.Id}",
                                seen.Version,
                                service.Record(document.CampaignId) with
                                {
                                    Title = "Tên khác",
                                }
                            ),
                            "attach" => new ActionCall(
                                HttpMethod.Put,
                                $"directives/{document.Id}/attachment?fileName=a.pdf",
                                SampleFiles.Pdf("Bản chính"),
                                seen.Version
                            ),
                            _ => ActionCall.Post($"directives/{document.Id}/issue", issue),
                        }
                    );
                }
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Commitment_and_its_deeds_say_what_their_endpoints_allow()
    {
        var ward = await service.WardAsync(1);
        var unit = ward.Cells[0];
        var campaign = await service.CampaignAsync();
        string[] callers =
        [
            $"{Roles.Secretary}@{unit.Path}",
            $"{Roles.Secretary}@{ward.Unit.Path}",
            $"{Roles.DistrictOfficer}@hn/thanh-xuan",
            $"{Roles.DistrictOfficer}@{unit.Path}",
            $"{Roles.Analyst}@hn",
        ];
        foreach (var caller in callers)
        {
            foreach (var state in new[] { DeedStates.Open, "reached", DeedStates.Confirmed, DeedStates.Withdrawn })
            {
                foreach (var action in CommitmentActions.OfDeeds.Select(rule => rule.Name).Append(CommitmentActions.Correct.Name))
                {
                    var (made, entry) = await PromisedAsync(unit, campaign.Id, state);
                    var seen = await service.As(caller).CommitmentAsync(made);
                    var deed = seen.Deeds.ShouldHaveSingleItem();
                    var path = $"commitments/{made}/deeds/{deed.Id}";
                    await _walk.TryAsync(
                        service.Factory.As(caller),
                        $"{state} deed for {caller}",
                        [.. deed.May, .. seen.May],
                        action,
                        action switch
                        {
                            "correct" => ActionCall.Put(
                                $"commitments/{made}",
                                seen.Version,
                                new CorrectCommitment(
                                    "Lời khác",
                                    [new DeedDraft(deed.Id, deed.What, deed.Target, deed.Measure, deed.DueOn)]
                                )
                            ),
                            "enter-progress" => ActionCall.Post($"{path}/progress", new DeedProgress(null, 1, "Biên bản", null)),
                            "correct-progress" => ActionCall.Put(
                                $"{path}/progress/{entry}",
                                seen.Version,
                                new DeedProgress(null, 1, "Biên bản khác", null)
                            ),
                            "withdraw" => ActionCall.Post($"{path}/withdraw", new WithdrawDeed("Không còn cần")),
                            _ => ActionCall.Post($"{path}/confirm"),
                        }
                    );
                }
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Service_says_who_reads_what_and_who_operates_it()
    {
        await _walk.TryReadingAsync(post => service.Factory.As(post), ("read-directives", "directives"));

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Service_says_what_may_be_begun_and_where()
    {
        var ward = await service.WardAsync(1);
        var campaign = await service.CampaignAsync();
        string[] callers =
        [
            $"{Roles.CityOfficer}@hn",
            $"{Roles.DistrictOfficer}@hn/thanh-xuan",
            $"{Roles.DistrictOfficer}@hn/dong-da",
            $"{Roles.Secretary}@{ward.Unit.Path}",
            $"{Roles.Analyst}@hn",
            $"{Roles.Member}@{ward.Cells[0].Path}",
        ];
        var number = 0;
        foreach (var caller in callers)
        {
            var http = service.Factory.As(caller);
            var may = (await http.GetFromJsonAsync<List<MayWithin>>("may"))!;
            foreach (var unit in new[] { service.District, ward.Unit, ward.Cells[0] })
            {
                string[] said =
                [
                    .. may.Where(one => one.UnitPaths.Any(path => UnitPath.IsWithin(unit.Path, path))).Select(one => one.Action),
                ];
                var what = $"{unit.Path} for {caller}";
                await _walk.TryAsync(
                    http,
                    what,
                    said,
                    "open-campaign",
                    ActionCall.Post(
                        "campaigns",
                        new OpenCampaign("Chiến dịch", new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1), unit.Id, ["A"])
                    )
                );
                await _walk.TryAsync(
                    http,
                    what,
                    said,
                    "promise",
                    ActionCall.Post(
                        "commitments",
                        new MakeCommitment(campaign.Id, unit.Id, null, null, null, "X", [new DeedDraft(null, "X", 1, "X", service.Today)])
                    )
                );
                // who does not read the campaign is not told that there is one
                if (!caller.EndsWith("dong-da", StringComparison.Ordinal))
                {
                    await _walk.TryAsync(
                        http,
                        what,
                        said,
                        "record",
                        ActionCall.Post("directives", service.Record(campaign.Id, $"{++number}-KH/QU") with { OwnerUnitId = unit.Id })
                    );
                }
            }
        }

        _walk.ShouldBeRight();
    }

    // what is refused changes nothing: only an action that goes through uses the assignment up
    private async Task WalkAsync(TestUnit unit, string state, string kind, string[] caller)
    {
        var http = service.Factory.As(caller);
        Guid? assignment = null;
        foreach (var rule in AssignmentActions.All)
        {
            assignment ??= await InStateAsync(unit, state, kind);
            var seen = await service.As(caller).AssignmentAsync(assignment.Value);
            if (
                await _walk.TryAsync(
                    http,
                    $"{state} {kind} for {string.Join(' ', caller)}",
                    seen.May,
                    rule.Name,
                    Call(rule, assignment.Value)
                )
            )
            {
                assignment = null;
            }
        }
    }

    private ActionCall Call(ActionRule<Assignment> rule, Guid id) =>
        ActionCall.Post(
            $"assignments/{id}/"
                + rule.Name switch
                {
                    "ask-extension" => "extension",
                    "decide-extension" => "extension/decide",
                    var name => name,
                },
            rule.Name switch
            {
                "acknowledge" => new Acknowledge(null),
                "report" => new ReportAssignment("Đã làm", null),
                "ask-extension" => new AskExtension(service.Today.AddDays(200), "Thiếu người"),
                "return" => new ReturnAssignment("Thiếu số liệu", null),
                "decide-extension" => new DecideExtension(true, null, "Đồng ý"),
                _ => new AssignmentText("Kế hoạch"),
            }
        );

    private async Task<Guid> InStateAsync(TestUnit unit, string state, string kind)
    {
        var id = await NextAsync(unit, kind);
        var (secretary, officer) = (service.Secretary(unit), service.Officer);
        switch (state)
        {
            case AssignmentStates.Acknowledged:
                await secretary.AcknowledgeAsync(id, new Acknowledge(null));
                break;
            case AssignmentStates.Planned:
                await secretary.PlanAsync(id, new AssignmentText("…"));
                break;
            case AssignmentStates.InProgress:
                await secretary.BeginAsync(id);
                break;
            case "extension-asked":
                await secretary.AskExtensionAsync(id, new AskExtension(service.Today.AddDays(90), "…"));
                break;
            case AssignmentStates.Recalled:
                await officer.RecallAsync(id, new AssignmentText("…"));
                break;
            case AssignmentStates.Closed when kind == RequirementKinds.Acknowledge:
                await secretary.AcknowledgeAsync(id, new Acknowledge(null));
                break;
            case AssignmentStates.Reported or AssignmentStates.Returned or AssignmentStates.Accepted or AssignmentStates.Closed:
                await secretary.ReportAsync(id, new ReportAssignment("…", null));
                if (state == AssignmentStates.Returned)
                {
                    await officer.ReturnAsync(id, new ReturnAssignment("…", null));
                }
                else if (state != AssignmentStates.Reported)
                {
                    await officer.AcceptAsync(id);
                    id = state == AssignmentStates.Closed ? (await officer.CloseAsync(id)).Id : id;
                }

                break;
        }

        return id;
    }

    // twenty of a kind are asked for at once: the walk uses up some two hundred
    private async Task<Guid> NextAsync(TestUnit unit, string kind)
    {
        if (_waiting.Count == 0 || _kind != kind)
        {
            _waiting.Clear();
            _kind = kind;
            var directive = await service.IssuedAsync([unit], [.. Enumerable.Range(0, 20).Select(_ => service.Asking(kind))]);
            (await service.Officer.AssignmentsAsync(directive.Id)).Items.ToList().ForEach(assignment => _waiting.Enqueue(assignment.Id));
        }

        return _waiting.Dequeue();
    }

    private string? _kind;

    private async Task<(Guid Commitment, Guid Entry)> PromisedAsync(TestUnit unit, Guid campaign, string state)
    {
        var secretary = service.Secretary(unit);
        var made = await secretary.MakeCommitmentAsync(
            new MakeCommitment(
                campaign,
                unit.Id,
                null,
                null,
                null,
                "Làm theo",
                [new DeedDraft(null, "Ngõ văn minh", 2, "ngõ", service.Today)]
            )
        );
        var deed = made.Deeds[0].Id;
        await secretary.EnterProgressAsync(
            made.Id,
            deed,
            new DeedProgress(null, state is "reached" or DeedStates.Confirmed ? 2 : 0.5m, "Biên bản", null)
        );
        if (state == DeedStates.Confirmed)
        {
            await service.Officer.ConfirmDeedAsync(made.Id, deed);
        }
        else if (state == DeedStates.Withdrawn)
        {
            await secretary.WithdrawDeedAsync(made.Id, deed, new WithdrawDeed("…"));
        }

        return (made.Id, (await secretary.ProgressAsync(made.Id, deed)).Items.ShouldHaveSingleItem().Id);
    }
}
