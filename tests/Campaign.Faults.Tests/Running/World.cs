using System.Globalization;
using Campaign.Api.Directive;
using Campaign.Api.Identity;
using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Scenarios;
using Campaign.Testing;
using Npgsql;

namespace Campaign.Faults.Tests;

/// <summary>
/// One started system for every script, with a small world in it: the city, two districts of two cells each, 200 members
/// and a campaign. Assembly fixture.
/// </summary>
public sealed class World : IAsyncLifetime
{
    private const int MembersOfDistrict = 100;
    private static readonly string[] s_districts = ["dong", "tay"];
    private static readonly DateOnly s_founded = new(2020, 1, 1);

    /// <summary>Every service that receives events.</summary>
    public static readonly IReadOnlyList<string> Consumers = [.. Resources.Services.Where(Topology.Subscriptions.ContainsKey)];

    public CampaignSystem System { get; private set; } = null!;

    public Clerk Clerk { get; private set; } = null!;

    public Broker Broker { get; private set; } = null!;

    public Ledger Ledger { get; private set; } = null!;

    public CampaignView Campaign { get; private set; } = null!;

    public IReadOnlyList<UnitView> Cells { get; private set; } = [];

    /// <summary>The districts' own units, with the members who take part in sessions there.</summary>
    public IReadOnlyList<(UnitView Unit, IReadOnlyList<Guid> Members)> Districts { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        System = await CampaignSystem.StartAsync();
        Broker = Broker.Of(System);
        using (var first = ClerkNamed("operator", System.Parameter("operator-password")))
        {
            await first.RefreshAsync();
            var root = await first.Organization.CreateUnitAsync(
                new CreateUnit("hn", "Thành ủy (minh họa)", "Thành phố", UnitTypes.PartyCommittee, null, s_founded)
            );
            await Later.ArrivedAsync(
                () =>
                    first.Identity.CreateAccountsAsync([
                        new CreateAccount(
                            "clerk",
                            "Clerk",
                            System.Parameter("demo-password"),
                            root.Path,
                            Posts: [new GrantPost(Roles.CityOfficer, root.Path), new GrantPost(Roles.Operator, root.Path)]
                        ),
                    ]),
                default
            );
        }

        Clerk = ClerkNamed("clerk", System.Parameter("demo-password"));
        await Clerk.RefreshAsync();
        await PlantAsync();
        Ledger = new Ledger(this);
    }

    /// <summary>Signs in anew and lets the previous script's restarts settle.</summary>
    public async Task BeginAsync()
    {
        await System.UntilHealthyAsync();
        await Clerk.RefreshAsync();
    }

    /// <summary>Something that every consumer but Identity handles, in each district.</summary>
    public async Task RenameCellsAsync(string name)
    {
        foreach (var cell in Cells)
        {
            var current = await Clerk.Organization.UnitAsync(cell.Id);
            await Clerk.Organization.RenameUnitAsync(cell.Id, current.Version, new RenameUnit($"{name} {cell.Code}", current.ShortName));
        }
    }

    public async Task<T> ScalarAsync<T>(string service, string sql, params object[] parameters)
    {
        await using var connection = Connection(service);
        await connection.OpenAsync();
        await using var command = Command(connection, sql, parameters);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Not pooled: a connection must not outlive a server that is killed.</summary>
    public NpgsqlConnection Connection(string service) => new($"{System.Database($"{service}db")};Pooling=false");

    /// <returns>How many rows it concerned.</returns>
    public async Task<int> ExecuteAsync(string service, string sql, params object[] parameters)
    {
        await using var connection = Connection(service);
        await connection.OpenAsync();
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until the app host has started the resource again and all is healthy.</summary>
    public async Task RestartedAsync(string resource, int killed)
    {
        await Eventually.TrueAsync(
            $"{resource} to be started again",
            () => System.ProcessIdOf(resource),
            id => id != killed && id != 0,
            TimeSpan.FromMinutes(2)
        );
        await System.UntilHealthyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Clerk?.Dispose();
        Broker?.Dispose();
        if (System is not null)
        {
            await System.DisposeAsync();
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        return command;
    }

    private Clerk ClerkNamed(string name, string password) => new(System.Origin, System.Parameter("scenarios-secret"), name, password);

    private async Task PlantAsync()
    {
        List<(UnitView, IReadOnlyList<Guid>)> districts = [];
        List<UnitView> cells = [];
        var organization = Clerk.Organization;
        foreach (var code in s_districts)
        {
            Accept(
                await organization.ImportUnitsAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"""
                        code,name,short_name,type,parent_code,valid_from
                        {code},Quận ủy {code} (minh họa),{code},party-committee,hn,2020-01-01
                        {code}-1,Chi bộ 1,CB 1,cell,{code},2020-01-01
                        {code}-2,Chi bộ 2,CB 2,cell,{code},2020-01-01
                        """
                    ),
                    dryRun: false
                )
            );
            Accept(
                await organization.ImportMembersAsync(
                    string.Join(
                        '\n',
                        [
                            "number,full_name,unit_code,joined_on,status,posts",
                            .. Enumerable
                                .Range(1, MembersOfDistrict)
                                .Select(at => $"{code}.{at},Minh Họa {at},{code}-{(at % 2) + 1},2020-01-01,active,"),
                        ]
                    ),
                    dryRun: false
                )
            );
            var members = (await organization.MembersAsync(under: $"hn/{code}", limit: MembersOfDistrict))
                .Items.Select(member => member.Id)
                .ToList();
            districts.Add((await organization.UnitByCodeAsync(code), members));
            cells.AddRange([await organization.UnitByCodeAsync($"{code}-1"), await organization.UnitByCodeAsync($"{code}-2")]);
        }

        (Districts, Cells) = (districts, cells);
        // a load that begins before would be refused, which is no fault of ours
        await Eventually.TrueAsync(
            "Directive to know every unit",
            () => ScalarAsync<long>(Resources.Directive, "select count(*) from unit_directory"),
            known => known >= 1 + districts.Count + cells.Count,
            TimeSpan.FromMinutes(2)
        );
        var lead = await organization.UnitByCodeAsync("hn");
        Campaign = await Later.ArrivedAsync(
            () =>
                Clerk.Directive.OpenCampaignAsync(
                    new OpenCampaign("Faults", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), lead.Id, ["Học tập và làm theo"])
                ),
            default
        );
    }

    private static void Accept(ImportReport report) => report.Errors.ShouldBeEmpty();
}
