using Campaign.Api;
using Campaign.City.Reports;
using Campaign.Hosting.ServiceCalls;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.City.Tests.Reports;

public sealed class OwnersCataloguesTests
{
    private static readonly CatalogueName s_kinds = Api.Session.SessionCatalogues.Kinds;

    [Fact]
    public async Task A_copy_is_asked_about_after_a_minute_and_used_while_its_owner_is_away()
    {
        await using var owners = await Owners.StartAsync();
        var clock = new Clock();
        await using var service = Service(owners, clock);
        var catalogues = service.Services.GetRequiredService<OwnersCatalogues>();

        (await NameAsync(catalogues)).ShouldBe("Ngày truyền thống");
        (await NameAsync(catalogues)).ShouldBe("Ngày truyền thống");
        clock.Now += TimeSpan.FromMinutes(1);
        (await NameAsync(catalogues)).ShouldBe("Ngày truyền thống");
        owners.Asked.ShouldBe([(s_kinds.Name, null), (s_kinds.Name, Owners.Tag)]);

        (owners.Away, clock.Now) = (true, clock.Now + TimeSpan.FromMinutes(2));
        (await NameAsync(catalogues)).ShouldBe("Ngày truyền thống");
        owners.Asked.Count.ShouldBe(3, "a failure is no answer");
    }

    [Fact]
    public async Task A_code_is_shown_as_it_is_until_its_owner_answers()
    {
        await using var owners = await Owners.StartAsync();
        owners.Away = true;
        await using var service = Service(owners, new Clock());
        var catalogues = service.Services.GetRequiredService<OwnersCatalogues>();

        (await NameAsync(catalogues)).ShouldBe("tradition-day");
        owners.Away = false;
        (await NameAsync(catalogues)).ShouldBe("Ngày truyền thống");
    }

    private static async Task<string> NameAsync(OwnersCatalogues catalogues) =>
        (await catalogues.ReadAsync([s_kinds], new DateOnly(2026, 1, 1), TestContext.Current.CancellationToken)).Name(
            s_kinds,
            "tradition-day"
        );

    private static WebApplication Service(Owners owners, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(owners.Settings());
        builder.Services.AddSingleton(clock);
        builder.AddServiceCalls(Contracts.Resources.City);
        CityService.Add(builder);
        return builder.Build();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
