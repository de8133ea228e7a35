using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Api.Directive;
using Campaign.Api.Organization;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Testing;
using Npgsql;

namespace Campaign.System.Tests.Access;

/// <summary>Real ids of the demo's district for paths, and bodies that say something about that district.</summary>
internal sealed class Samples
{
    public const string Inside = "hn/thanh-xuan";

    private static readonly (string Service, string Segment, string Sql)[] s_ids =
    [
        (Resources.Organization, "units", $"select id from units where path = '{Inside}'"),
        (Resources.Organization, "members", "select id from members order by number limit 1"),
        (Resources.Organization, "posts", "select id from posts order by id limit 1"),
        (Resources.Directive, "directives", $"select id from directives where owner_unit_path = '{Inside}' order by id limit 1"),
        (Resources.Directive, "assignments", "select id from assignments order by id limit 1"),
        (Resources.Evaluation, "periods", "select id from periods order by id limit 1"),
        (Resources.Evaluation, "reviews", "select id from reviews order by id limit 1"),
        (Resources.Recognition, "nominations", "select id from nominations order by id limit 1"),
        (Resources.Recognition, "councils", "select id from councils order by id limit 1"),
        (Resources.Recognition, "awards", "select id from awards order by id limit 1"),
        (Resources.Identity, "accounts", $"select id from accounts where unit_path = '{Inside}' order by id limit 1"),
    ];

    private readonly Dictionary<(string Service, string Segment), string> _ids = [];

    private Samples() { }

    public static async Task<Samples> ReadAsync(PlayedSystem played)
    {
        var samples = new Samples();
        foreach (var (service, segment, sql) in s_ids)
        {
            samples._ids[(service, segment)] = await IdAsync(played.System, service, sql);
        }

        var promise = await PromiseAsync(played);
        (samples._ids[(Resources.Directive, "commitments")], samples._ids[(Resources.Directive, "deeds")]) = (
            promise.Id.ToString(),
            promise.Deeds[0].Id.ToString()
        );
        samples._ids[(Resources.Directive, "progress")] = (
            await played.Cast.As(played.Plan.Districts[0].Secretaries[0]).Directive.ProgressAsync(promise.Id, promise.Deeds[0].Id)
        )
            .Items[0]
            .Id.ToString();
        samples._ids[(Resources.Session, "sessions")] = (await OpenSessionAsync(played)).ToString();
        samples._ids[(Resources.Session, "my-meetings")] = samples._ids[(Resources.Session, "sessions")];
        samples._ids[(Resources.Session, "series")] = (await SeriesAsync(played)).ToString();
        samples._ids[(Resources.Session, "occurrences")] = "2030-01-03";
        samples._ids[(Resources.Organization, "decisions")] = (await WaitingDecisionAsync(played)).ToString();
        samples._ids[(Resources.Organization, "jobs")] = (
            await played.Cast.Operator.Organization.SendMembersAsync(
                new MemoryStream("number,full_name,unit_code\n"u8.ToArray()),
                "none.csv",
                dryRun: true
            )
        ).Id.ToString();
        samples._ids[(Resources.Directive, "campaigns")] = samples._ids[(Resources.City, "campaigns")] = played.Campaign.ToString();
        return samples;
    }

    /// <summary>The path with ids filled in and a query where one must be.</summary>
    public Uri Address(Endpoint endpoint)
    {
        var segments = endpoint.Path.Split('/');
        for (var at = 1; at < segments.Length; at++)
        {
            segments[at] = segments[at] switch
            {
                "{code}" when endpoint.Service == Resources.Organization => "thanh-xuan",
                "{code}" => "no-such-code",
                "{catalogue}" => "no-such-catalogue",
                "{projection}" => "units",
                "{clientId}" => "walk-target",
                "{post}" or "{attendee}" or "{notice}" or "{guest}" or "{contribution}" or "{vote}" => Guid.Empty.ToString(),
                "{id}" when endpoint.Path.StartsWith("/operations/", StringComparison.Ordinal) => "1",
                var parameter when parameter.StartsWith('{') => _ids[(endpoint.Service, segments[at - 1])],
                var text => text,
            };
        }

        var query = endpoint.Path switch
        {
            "/reviews" => $"?period={_ids[(Resources.Evaluation, "periods")]}",
            "/imports/attendance" => $"?session={_ids[(Resources.Session, "sessions")]}",
            "/calendar/nearest" => $"?under={Inside}&from=2022-01-01&to=2022-01-31",
            _ when endpoint.Path.StartsWith("/coverage", StringComparison.Ordinal) => $"?under={Inside}&year=2022&quarter=1",
            _ when endpoint.Path.StartsWith("/attendance/", StringComparison.Ordinal) => $"?under={Inside}&from=2022-01-01&to=2022-12-31",
            _ when endpoint.Path.Contains("/roll-up", StringComparison.Ordinal)
                    || endpoint.Path.EndsWith("/late", StringComparison.Ordinal) => $"?under={Inside}",
            _ => "",
        };
        return new Uri($"api/v1/{endpoint.Service}{string.Join('/', segments)}{query}", UriKind.Relative);
    }

    /// <summary>A body after the schema, about the demo's district.</summary>
    public JsonNode? Body(Endpoint endpoint) => endpoint.Body is { } schema ? Value(schema, "", endpoint.Document) : null;

    /// <summary>One well-formed line about the demo's district.</summary>
    public static string Import(Endpoint endpoint) =>
        endpoint.Path.EndsWith("/units", StringComparison.Ordinal)
            ? "code,name,short_name,type,parent_code,valid_from\nwalk-cell,Chi bộ,Chi bộ,cell,thanh-xuan,2020-01-01\n"
            : "number,full_name,unit_code\nWALK-1,Người đi đường,thanh-xuan\n";

    private JsonNode? Value(JsonElement schema, string name, JsonElement document)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Value(
                document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]),
                name,
                document
            );
        }

        if (schema.TryGetProperty("oneOf", out var options))
        {
            return Value(options.EnumerateArray().Last(), name, document);
        }

        return Type(schema) switch
        {
            "array" => new JsonArray([
                .. Enumerable.Range(0, name == "memberIds" ? 3 : 1).Select(_ => Value(schema.GetProperty("items"), name, document)),
            ]),
            "object" or "" => new JsonObject(
                schema.TryGetProperty("properties", out var properties)
                    ? properties
                        .EnumerateObject()
                        .Select(property => KeyValuePair.Create(property.Name, Value(property.Value, property.Name, document)))
                    : []
            ),
            "boolean" => false,
            "integer" or "number" => name is "year" ? 2022 : 60,
            _ => Text(schema, name),
        };
    }

    private string? Text(JsonElement schema, string name) =>
        (schema.TryGetProperty("format", out var format) ? format.GetString() : null, name) switch
        {
            ("uuid", "memberId" or "memberIds" or "subjectId" or "participantIds" or "councilMemberId") => _ids[
                (Resources.Organization, "members")
            ],
            ("uuid", "campaignId") => _ids[(Resources.City, "campaigns")],
            ("uuid", "directiveId" or "carriesOutId") => _ids[(Resources.Directive, "directives")],
            ("uuid", "assignmentId") => null,
            ("uuid", "councilId") => _ids[(Resources.Recognition, "councils")],
            ("uuid", "nominationIds") => _ids[(Resources.Recognition, "nominations")],
            ("uuid", _) => _ids[(Resources.Organization, "units")],
            ("date", "to") => "2023-12-31",
            ("date", _) => "2023-01-10",
            ("date-time", _) => "2023-01-10T12:00:00Z",
            (_, "under" or "unitPath") => Inside,
            (_, "role") => Roles.Analyst,
            (_, "kind") => "thematic-meeting",
            (_, "form") => "in-room",
            (_, "type" or "types") => UnitTypes.Cell,
            (_, "status") => "present",
            (_, "subjectKind") => SubjectKinds.Member,
            (_, "title") => "giay-khen",
            (_, "documentType") => "KH",
            (_, "symbol" or "number") => "999-KH/QU",
            (_, "userName" or "clientId" or "code") => "walk-body",
            (_, "secrecyMark" or "email" or "body") => null,
            _ => "A text long enough for the walk.",
        };

    /// <summary>A series of a cell of the demo's district, far enough ahead that nothing of it is made.</summary>
    private static async Task<Guid> SeriesAsync(PlayedSystem played)
    {
        var plan = played.Plan.Districts[0];
        var secretary = played.Cast.As(plan.Secretaries[1]);
        var unit = await secretary.Organization.UnitByCodeAsync(
            plan.Cells.First(cell => cell.Path.StartsWith(plan.Secretaries[1].UnitPath + "/", StringComparison.Ordinal)).Code
        );
        var first = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(1);
        return (
            await secretary.Session.PlanSeriesAsync(
                new PlanSeries(
                    unit.Id,
                    null,
                    "cell-meeting",
                    new("Sinh hoạt thường kỳ", "in-room", "Nhà văn hóa", 90),
                    null,
                    new RecurrenceRule(first, new TimeOnly(19, 30), 1, 3, null, null)
                )
            )
        ).Id;
    }

    /// <summary>A meeting that people can check in to now; of no campaign, so that the demo's figures stay.</summary>
    private static async Task<Guid> OpenSessionAsync(PlayedSystem played)
    {
        var secretary = played.Cast.As(played.Plan.Districts[0].Secretaries[1]);
        var unit = await secretary.Organization.UnitByCodeAsync(
            played
                .Plan.Districts[0]
                .Cells.First(cell => cell.Path.StartsWith(played.Plan.Districts[0].Secretaries[1].UnitPath + "/", StringComparison.Ordinal))
                .Code
        );
        var session = await secretary.Session.ScheduleAsync(
            new ScheduleSession(
                unit.Id,
                null,
                null,
                "cell-meeting",
                new("Sinh hoạt thường kỳ", "in-room", "Nhà văn hóa", 90),
                DateTimeOffset.UtcNow,
                null
            )
        );
        return (await secretary.Session.OpenAsync(session.Id)).Id;
    }

    /// <summary>A promise of a unit of the demo's district, with something done for it.</summary>
    private static async Task<CommitmentView> PromiseAsync(PlayedSystem played)
    {
        var plan = played.Plan.Districts[0].Secretaries[0];
        var secretary = played.Cast.As(plan);
        var unit = await secretary.Organization.UnitByCodeAsync(plan.UnitPath.Split('/')[^1]);
        var day = DateOnly.FromDateTime(DateTime.UtcNow);
        var made = await secretary.Directive.MakeCommitmentAsync(
            new MakeCommitment(
                played.Campaign,
                unit.Id,
                null,
                null,
                null,
                "Kế hoạch làm theo",
                [new DeedDraft(null, "Xây dựng ngõ văn minh đô thị", 3, "ngõ", day.AddYears(1))]
            )
        );
        return await secretary.Directive.EnterProgressAsync(
            made.Id,
            made.Deeds[0].Id,
            new DeedProgress(null, 1, "Biên bản nghiệm thu", null)
        );
    }

    /// <summary>A decision about the demo's district whose day does not come during the walk, so that the demo's tree stays.</summary>
    private static async Task<Guid> WaitingDecisionAsync(PlayedSystem played)
    {
        var day = DateOnly.FromDateTime(DateTime.UtcNow);
        var decision = new RecordDecision(
            $"{Guid.NewGuid():N}",
            day,
            day.AddYears(1),
            "Đổi tên",
            [new ReorganisationStep(ReorganisationKinds.Rename, ["thanh-xuan"], Name: "Đảng bộ Thanh Xuân", ShortName: "Thanh Xuân")]
        );
        return (await played.Cast.Operator.Organization.RecordDecisionAsync(decision)).Id;
    }

    private static string Type(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? ""
        : type.ValueKind == JsonValueKind.String ? type.GetString()!
        : type.EnumerateArray().Select(one => one.GetString()!).First(one => one != "null");

    private static async Task<string> IdAsync(CampaignSystem system, string service, string sql)
    {
        await using var source = NpgsqlDataSource.Create(system.Database(service + "db") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString()
            ?? throw new InvalidOperationException($"{service} holds nothing for: {sql}");
    }
}
