namespace Campaign.Api.Identity;

/// <summary>Asks for those who hold a post and want mails; for the service that sends reminders alone.</summary>
/// <param name="Role">One of <see cref="Contracts.Roles"/>.</param>
/// <param name="UnitPaths">1–500 units in which, not under which, the post is held.</param>
public sealed record FindMailRecipients([property: CodeOf("roles")] string Role, IReadOnlyList<string> UnitPaths);

/// <summary>Personal data: for sending, not for keeping.</summary>
/// <param name="UnitPaths">Those of the units asked about in which they hold the post today.</param>
public sealed record MailRecipient(Guid AccountId, string Name, string Email, IReadOnlyList<string> UnitPaths);
