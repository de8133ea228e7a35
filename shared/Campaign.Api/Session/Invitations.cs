namespace Campaign.Api.Session;

/// <summary>What a person invited sees behind their link.</summary>
/// <param name="FullName">Who is invited.</param>
/// <param name="Guest">No participant: a superior who attends, a speaker.</param>
/// <param name="Words">What the kind, the form and the activity are called: whoever has not signed in reads no catalogue.</param>
/// <param name="MayAnswer">Until the session opens.</param>
/// <param name="Answer"><c>coming</c> or <c>excused</c>; null until there is one.</param>
public sealed record InvitationView(
    Guid SessionId,
    string FullName,
    bool Guest,
    string UnitName,
    [property: CodeOf("session-kinds")] string Kind,
    SessionPlan Plan,
    InvitationWords Words,
    DateTimeOffset StartsAt,
    bool MayAnswer,
    string? Answer,
    string? Reason,
    string? Question,
    IReadOnlyList<InvitationDocument> Documents
);

/// <summary>Entries of the catalogues; null where there is none for the code.</summary>
public sealed record InvitationWords(CatalogueEntry? Kind, CatalogueEntry? Form, CatalogueEntry? Activity);

/// <summary>To be read before the meeting.</summary>
/// <param name="Link">Null for a document on record, which whoever signs in finds there.</param>
public sealed record InvitationDocument(string Title, string? Link);

/// <param name="Answer"><c>coming</c> or <c>excused</c>.</param>
/// <param name="Reason">With <c>excused</c>: 1 to 300 characters.</param>
/// <param name="Question">A question or comment before the meeting, at most 1,000 characters.</param>
public sealed record AnswerInvitation(string Answer, string? Reason, string? Question);

/// <summary>A link to hand out.</summary>
/// <param name="Detail">The member's number, or the guest's role and organisation.</param>
/// <param name="Path">Of the page behind the Portal's origin; whoever knows it can answer.</param>
public sealed record InvitationLink(Guid PersonId, string FullName, string Detail, string Path, string? Answer);

/// <param name="Role">In what capacity, at most 200 characters.</param>
/// <param name="Organisation">At most 300 characters.</param>
public sealed record AddGuest(string FullName, string Role, string Organisation);

/// <param name="Path">Of the guest's invitation behind the Portal's origin.</param>
public sealed record GuestView(Guid Id, string FullName, string Role, string Organisation, string Path, string? Answer);

/// <summary>How many of the expected answered what; guests are counted apart.</summary>
public sealed record AnswerCounts(int Expected, int Coming, int Excused, int GuestsComing, int Guests, int Unconfirmed);

/// <param name="Status">Recorded in the roster; an excuse that nobody confirmed has none.</param>
public sealed record AnswerView(
    Guid PersonId,
    string FullName,
    bool Guest,
    string Answer,
    string? Reason,
    string? Question,
    DateTimeOffset AnsweredAt,
    string? Status
);

/// <summary>The answers so far, and a page of them.</summary>
public sealed record AnswersView(AnswerCounts Counts, IReadOnlyList<AnswerView> Items, string? Next);

/// <summary>Records the excuses that were answered as excused in the roster.</summary>
/// <param name="MemberIds">Null: of everybody who has no status yet.</param>
public sealed record ConfirmExcuses(IReadOnlyList<Guid>? MemberIds);

/// <summary>A meeting of the caller's.</summary>
/// <param name="Answer">Theirs, null until there is one.</param>
/// <param name="Status">What was recorded of them; null until then.</param>
public sealed record MyMeeting(
    Guid SessionId,
    string UnitName,
    [property: CodeOf("session-kinds")] string Kind,
    SessionPlan Plan,
    DateTimeOffset StartsAt,
    string State,
    string? CancelReason,
    string? Answer,
    string? Reason,
    string? Question,
    string? Status,
    IReadOnlyList<string> May
);
