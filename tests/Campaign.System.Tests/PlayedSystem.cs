using System.Globalization;
using Campaign.BrowserSignIn;
using Campaign.Scenarios;
using Campaign.Scenarios.People;
using Campaign.Scenarios.Plans;
using Campaign.Scenarios.Telling;
using Campaign.System.Tests.Telemetry;
using Campaign.Testing;

namespace Campaign.System.Tests;

/// <summary>
/// One system for the whole assembly, started as a user starts it, its telemetry received here, with the demo played once.
/// </summary>
/// <remarks>
/// <c>CAMPAIGN_SYSTEM=FOLDER</c> takes the system that already runs on that data folder instead (for those who write tests); it
/// must export its telemetry to <c>http://127.0.0.1:14318</c> as <c>http/protobuf</c>.
/// </remarks>
public sealed class PlayedSystem : IAsyncLifetime
{
    private const int KnownPort = 14318;
    private static readonly TimeSpan s_playTime = TimeSpan.FromMinutes(6);
    private readonly string? _running = Environment.GetEnvironmentVariable("CAMPAIGN_SYSTEM");
    private CampaignSystem? _system;
    private Cast? _cast;

    /// <summary>What the demo planned to do.</summary>
    public ScenarioPlan Plan { get; } = ThanhXuan.Plan();

    public CampaignSystem System => _system ?? throw new InvalidOperationException("The system has not started.");

    public Uri Origin => System.Origin;

    public OtlpReceiver Telemetry { get; private set; } = null!;

    /// <summary>The demo's people, signed in when they first act.</summary>
    public Cast Cast => _cast ?? throw new InvalidOperationException("The system has not started.");

    /// <summary>Last line that the demo said.</summary>
    public string LastLine { get; private set; } = "";

    /// <summary>The demo's campaign, from the address of its report.</summary>
    public Guid Campaign => Guid.Parse(LastLine[^36..], CultureInfo.InvariantCulture);

    /// <summary>Without a token.</summary>
    public HttpClient Anybody { get; private set; } = null!;

    public string DemoPassword => System.Parameter("demo-password");

    /// <summary>A token of one of the demo's people.</summary>
    public async Task<string> TokenAsync(Part part) =>
        (await new SignInClient(Origin, System.Parameter("scenarios-secret")).SignInAsync(part.UserName, DemoPassword)).AccessToken;

    /// <summary>Plays the demo, from the start or once more.</summary>
    /// <returns>All that it said.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync()
    {
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        using var patience = new CancellationTokenSource(s_playTime);
        var code = await CommandLine.RunAsync(
            ["thanh-xuan", "--portal", Origin.ToString()],
            Secret,
            new Narrator(said, plain: true),
            patience.Token
        );
        code.ShouldBe(0, said.ToString());
        return said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public async ValueTask InitializeAsync()
    {
        Telemetry = await OtlpReceiver.StartAsync(_running is null ? 0 : KnownPort);
        _system = _running is null ? await CampaignSystem.StartAsync(Telemetry.Environment) : CampaignSystem.Running(_running);
        _cast = new Cast(
            new ScenarioSettings(
                Origin,
                Secret("CAMPAIGN_OPERATOR_PASSWORD"),
                Secret("CAMPAIGN_DEMO_PASSWORD"),
                Secret("CAMPAIGN_SCENARIOS_SECRET")
            )
        );
        Anybody = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = Origin,
            Timeout = TimeSpan.FromSeconds(60),
        };
        LastLine = (await PlayAsync())[^1];
    }

    public async ValueTask DisposeAsync()
    {
        Anybody?.Dispose();
        _cast?.Dispose();
        if (_system is not null)
        {
            await _system.DisposeAsync();
        }

        if (Telemetry is not null)
        {
            await Telemetry.DisposeAsync();
        }
    }

    private string Secret(string variable) =>
        System.Parameter(
            variable switch
            {
                "CAMPAIGN_OPERATOR_PASSWORD" => "operator-password",
                "CAMPAIGN_DEMO_PASSWORD" => "demo-password",
                _ => "scenarios-secret",
            }
        );
}
