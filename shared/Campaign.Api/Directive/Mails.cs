using Campaign.Contracts;

namespace Campaign.Api.Directive;

/// <summary>The reminders' mails of the last seven days.</summary>
/// <param name="State"><c>on</c>, <c>off</c> (no server is set, or mails are switched off) or <c>away</c> (the server cannot be worked
/// with).</param>
/// <param name="Problem">Why the server cannot be worked with.</param>
/// <param name="Failed">Those that were given up, or are tried again; at most 20.</param>
public sealed record MailStatus(string State, Finding? Problem, int Waiting, int Sent, int GivenUp, IReadOnlyList<FailedMail> Failed);

/// <param name="State"><c>given-up</c> or <c>waiting</c>.</param>
/// <param name="Reason">Why it did not go out; what the server said is without the address.</param>
public sealed record FailedMail(Guid AccountId, DateOnly Day, string State, int Attempts, Finding Reason);

public sealed partial class DirectiveClient
{
    public Task<MailStatus> MailStatusAsync(CancellationToken ct = default) => GetAsync<MailStatus>("operations/mail", ct);
}
