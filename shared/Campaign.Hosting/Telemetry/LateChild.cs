using System.Diagnostics;
using OpenTelemetry;

namespace Campaign.Hosting.Telemetry;

/// <summary>
/// What begins when its parent in this process is over belongs to a timer that the parent started, such as a page that keeps itself up to
/// date.
/// It is not recorded, nor is what it causes elsewhere: the trace of a click would go on for as long as the page is open.
/// </summary>
internal sealed class LateChild : BaseProcessor<Activity>
{
    public override void OnStart(Activity data)
    {
        if (data.Parent is { IsStopped: true })
        {
            data.IsAllDataRequested = false;
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
