using Campaign.Sessions.Minutes;
using Campaign.Sessions.Scheduling;

namespace Campaign.Sessions.Acting;

/// <summary>What the rules of acting on a session ask.</summary>
/// <param name="TakesPart">The caller is a participant.</param>
/// <param name="Minutes">The version that counts; null when there is none.</param>
/// <param name="Account">Of the caller.</param>
public sealed record SessionFacts(Session Session, DateTimeOffset Now, bool TakesPart, MinutesVersion? Minutes, string? Account);
