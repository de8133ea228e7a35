using System.Net;
using System.Net.Http.Json;
using Campaign.Api.Identity;
using Campaign.Directives.Mails;
using Campaign.Directives.Tests.Service;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaign.Directives.Tests.Mails;

/// <summary>
/// The service's own reminders and mails with settings and people of the test, run when the test says so. Identity's answer is
/// the test's; Identity's own tests see to who is in it.
/// </summary>
internal sealed class Office(Service.DirectiveService service, int port)
{
    public List<MailRecipient> People { get; } = [];

    /// <summary>What Identity was asked for.</summary>
    public List<IReadOnlyList<string>> Asked { get; } = [];

    public bool IdentityIsAway { get; set; }

    public MailState State { get; } = new();

    public MailSettings Settings { get; } =
        new()
        {
            Host = "127.0.0.1",
            Port = port,
            Security = "none",
            User = "campaign",
            Password = "secret-of-the-tests",
            From = "Chiến dịch <nhac-viec@campaign.example>",
            At = TimeSpan.Zero,
            Timeout = TimeSpan.FromSeconds(2),
            Attempts = 3,
        };

    public Guid Add(string address, params string[] units)
    {
        People.Add(new MailRecipient(Guid.NewGuid(), "Nguyễn Thị Bảo", address, units));
        return People[^1].AccountId;
    }

    public Task RemindAsync() => ReminderTests.SweepAsync(service);

    public Task GatherAsync() =>
        RunAsync(scope =>
            ActivatorUtilities.CreateInstance<MailRound>(scope, new Recipients(new Identity(this)), Options.Create(Settings)).RunBatchAsync
        );

    public Task SendAsync() =>
        RunAsync(scope =>
            ActivatorUtilities.CreateInstance<MailSender>(scope, Options.Create(Settings), State, Configuration).RunBatchAsync
        );

    private static IConfiguration Configuration =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Identity:PublicOrigin"] = "https://campaign.example" })
            .Build();

    private async Task RunAsync(Func<IServiceProvider, Func<CancellationToken, Task<int>>> batch)
    {
        int done;
        do
        {
            await using var scope = service.Factory.Services.CreateAsyncScope();
            done = await batch(scope.ServiceProvider)(TestContext.Current.CancellationToken);
        } while (done > 0);
    }

    private sealed class Identity(Office office) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { BaseAddress = new Uri("http://identity") };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (office.IdentityIsAway)
            {
                throw new HttpRequestException("identity is away");
            }

            var find = (await request.Content!.ReadFromJsonAsync<FindMailRecipients>(cancellationToken))!;
            office.Asked.Add(find.UnitPaths);
            var found = office
                .People.Select(person => person with { UnitPaths = [.. person.UnitPaths.Intersect(find.UnitPaths)] })
                .Where(person => person.UnitPaths.Count > 0);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(found.ToList()) };
        }
    }
}
