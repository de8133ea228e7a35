using Campaign.Api;
using Campaign.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaign.City.Tests.Reports;

/// <summary>The services whose words City names, and Identity, on a port of loopback.</summary>
public sealed class Owners : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Owners()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/connect/token", () => new Dictionary<string, object> { ["access_token"] = "city's", ["expires_in"] = 900 });
        _app.MapGet("/catalogues/{name}", (string name, HttpRequest request, HttpResponse response) =>
        {
            Asked.Add((name, request.Headers.IfNoneMatch));
            if (Away || request.Headers.Authorization != "Bearer city's")
            {
                return Results.StatusCode(503);
            }

            if (request.Headers.IfNoneMatch == Tag)
            {
                return Results.StatusCode(304);
            }

            response.Headers.ETag = Tag;
            return Results.Ok(new Catalogue(name, Known.GetValueOrDefault(name, [])));
        });
    }

    public const string Tag = "\"1\"";

    public bool Away { get; set; }

    public List<(string Name, string? Tag)> Asked { get; } = [];

    /// <summary>As they are shipped, and a kind and a rank that somebody added.</summary>
    public Dictionary<string, IReadOnlyList<CatalogueEntry>> Known { get; } =
        new()
        {
            ["session-kinds"] =
            [
                Entry("thematic-meeting", "Sinh hoạt chi bộ chuyên đề"),
                Entry("tradition-day", "Ngày truyền thống"),
                Entry("study-conference", "Hội nghị học tập, quán triệt"),
            ],
            ["ranks"] =
            [
                Entry("exemplary", "Tiêu biểu"),
                Entry(Ranks.Excellent, "Hoàn thành xuất sắc"),
                Entry(Ranks.Good, "Hoàn thành tốt"),
            ],
            ["subject-kinds"] = [Entry(SubjectKinds.Member, "Cá nhân"), Entry(SubjectKinds.Unit, "Tập thể")],
        };

    public static async Task<Owners> StartAsync()
    {
        var owners = new Owners();
        await owners._app.StartAsync();
        return owners;
    }

    public Dictionary<string, string?> Settings() =>
        new()
        {
            ["Client:Secret"] = "a-secret",
            [$"services:{Resources.Identity}:http:0"] = _app.Urls.Single(),
            [$"services:{Resources.Session}:http:0"] = _app.Urls.Single(),
            [$"services:{Resources.Evaluation}:http:0"] = _app.Urls.Single(),
        };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static CatalogueEntry Entry(string code, string name) =>
        new(code, new Dictionary<string, string> { [CatalogueEntry.Vietnamese] = name }, DateOnly.MinValue);
}
