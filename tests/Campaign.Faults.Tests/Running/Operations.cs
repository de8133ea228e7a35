using System.Net.Http.Json;
using Campaign.Api.Operations;

namespace Campaign.Faults.Tests;

/// <summary>What an operator sees and does at a service.</summary>
public static class Operations
{
    public static Task<MessagingStatus> StatusOfAsync(this World world, string service) =>
        StatusAsync(world, world.System.AddressOf(service));

    public static async Task<MessagingStatus> StatusAsync(World world, string address) =>
        (await world.Clerk.Http.GetFromJsonAsync<MessagingStatus>(new Uri($"{address}/operations/messaging/")))!;

    public static async Task<IReadOnlyList<ParkedMessage>> ParkedAsync(this World world, string service) =>
        (
            await world.Clerk.Http.GetFromJsonAsync<ParkedPage>(new Uri($"{world.System.AddressOf(service)}/operations/messaging/parked"))
        )!.Items;

    /// <param name="decision"><c>replay</c> or <c>discard</c>.</param>
    public static async Task DecideAsync(this World world, string service, ParkedMessage parked, string decision)
    {
        using var answer = await world.Clerk.Http.PostAsync(
            new Uri($"{world.System.AddressOf(service)}/operations/messaging/parked/{parked.Id}/{decision}"),
            null
        );
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}
