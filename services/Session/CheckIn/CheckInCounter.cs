using System.Diagnostics.Metrics;
using Campaign.Contracts;

namespace Campaign.Sessions.CheckIn;

/// <summary>Check-ins per second, as the operators' dashboard shows them.</summary>
internal sealed class CheckInCounter
{
    private readonly Counter<long> _recorded;

    public CheckInCounter(IMeterFactory meters)
    {
        var meter = meters.Create("Campaign.Session");
        _recorded = meter.CreateCounter<long>("campaign.session.check_ins", "{check-in}", "Members checked in for the first time.");
    }

    public void Recorded(string district, int members = 1) =>
        _recorded.Add(members, new KeyValuePair<string, object?>(Districts.TelemetryName, district));
}
