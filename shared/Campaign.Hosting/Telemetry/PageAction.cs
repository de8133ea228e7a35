using System.Diagnostics;
using OpenTelemetry;

namespace Campaign.Hosting.Telemetry;

/// <summary>
/// What a person does on an interactive page. Blazor begins a trace for each event, each change of page and each message of the browser's
/// connection. Names such a trace by what it asked of a service; what asked nothing (a key pressed, a page drawn) is not recorded.
/// </summary>
internal sealed class PageAction : BaseProcessor<Activity>
{
    private const string Messages = "Microsoft.AspNetCore.SignalR.Server";
    private const string Components = "Microsoft.AspNetCore.Components";
    private const string Event = $"{Components}.HandleEvent";
    private const string Navigation = $"{Components}.Navigate";
    private const string Called = "campaign.called";

    /// <summary>Whether a span of this name begins a trace of its own.</summary>
    public static bool Begins(string name) => name is Event or Navigation;

    public override void OnStart(Activity data)
    {
        if (data.Parent is { } parent && Is(parent) && parent.GetCustomProperty(Called) is null)
        {
            parent.SetCustomProperty(Called, "");
        }
    }

    public override void OnEnd(Activity data)
    {
        if (Is(data))
        {
            if (data.GetCustomProperty(Called) is null)
            {
                data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            }
        }
        else if (
            data.Parent is { } action
            && Is(action)
            && action.OperationName != Navigation
            && data.GetTagItem("http.request.method") is string method
        )
        {
            Name(action, data.DisplayName, changes: method != HttpMethod.Get.Method);
        }
    }

    private static bool Is(Activity activity) =>
        activity.Source.Name == Messages || activity.Source.Name.StartsWith(Components, StringComparison.Ordinal);

    // a click that changes something then loads again what the page shows: it was made for the change
    private static void Name(Activity action, string call, bool changes)
    {
        var known = action.GetCustomProperty(Called) as string;
        if (string.IsNullOrEmpty(known) || (changes && known.StartsWith(HttpMethod.Get.Method, StringComparison.Ordinal)))
        {
            action.SetCustomProperty(Called, call);
            action.DisplayName = $"{Verb(action)} → {call}";
        }
    }

    private static string Verb(Activity action) =>
        action.GetTagItem("aspnetcore.components.attribute.name") is string attribute
            ? attribute.Replace("on", "", StringComparison.Ordinal)
        : action.GetTagItem("rpc.method") is "UpdateRootComponents" or null ? "page"
        : "script";
}
