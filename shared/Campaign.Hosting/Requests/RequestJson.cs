using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Campaign.Hosting.Requests;

/// <summary>
/// How services read the bodies sent to them: by the contract, not by what would fit; a field that it
/// does not know is refused. Events are read elsewhere, leniently.
/// </summary>
public static class RequestJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolver = options
            .TypeInfoResolver?.WithAddedModifier(RequiredFields.Apply)
            .WithAddedModifier(NoNullsInLists.Apply);
    }
}
