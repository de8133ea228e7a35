namespace Campaign.Api.Session;

/// <summary>What a session will be about, what is read before it, and what has been seen to.</summary>
/// <param name="Version">Of agenda and documents; 0 until they are first written.</param>
public sealed record PreparationView(
    Guid SessionId,
    IReadOnlyList<AgendaItemView> Items,
    IReadOnlyList<ReadingView> Documents,
    IReadOnlyList<PreparationStepView> Steps,
    long Version
);

/// <param name="Presenter">The member's name, or the one that was written down; empty when nobody is named.</param>
/// <param name="RunningSince">UTC; null unless it is being dealt with now.</param>
/// <param name="SpentSeconds">Without what runs now.</param>
/// <param name="State"><c>ahead</c>, <c>running</c> or <c>done</c>.</param>
public sealed record AgendaItemView(
    Guid Id,
    string Title,
    int PlannedMinutes,
    Guid? PresenterId,
    string Presenter,
    string State,
    DateTimeOffset? RunningSince,
    int SpentSeconds
);

/// <param name="DirectiveId">A document on record here, or</param>
/// <param name="Link">an https address.</param>
public sealed record ReadingView(string Title, Guid? DirectiveId, string? Link);

/// <summary>A step of the preparation, of <see cref="SessionCatalogues.PreparationSteps"/> as of the day.</summary>
/// <param name="Source">The document or custom that it rests on.</param>
/// <param name="Verified">Whether somebody checked the step against its source.</param>
/// <param name="DoneBy">Who ticked it; null while it is open.</param>
public sealed record PreparationStepView(string Code, string Name, string Source, bool Verified, string? DoneBy, DateTimeOffset? DoneAt);

/// <summary>Agenda and documents as they shall be, in order; an item that is left out is taken off.</summary>
/// <param name="Items">At most 50.</param>
/// <param name="Documents">At most 20.</param>
public sealed record Prepare(IReadOnlyList<AgendaItemDraft> Items, IReadOnlyList<ReadingDraft> Documents);

/// <param name="Id">The item that goes on; null for a new one.</param>
/// <param name="Title">1–300 characters.</param>
/// <param name="PlannedMinutes">1–600.</param>
/// <param name="PresenterId">A participant, or</param>
/// <param name="Presenter">a name of at most 200 characters, e.g. of a guest; both may be left out.</param>
public sealed record AgendaItemDraft(Guid? Id, string Title, int PlannedMinutes, Guid? PresenterId = null, string? Presenter = null);

/// <param name="Title">1–300 characters.</param>
/// <param name="Link">An https address of at most 500 characters; just one of both.</param>
public sealed record ReadingDraft(string Title, Guid? DirectiveId, string? Link);

/// <param name="Code">A step of the catalogue of the session's day.</param>
public sealed record TickStep(string Code, bool Done);

/// <summary>Preparing a session, through the gateway.</summary>
public sealed partial class SessionClient
{
    public Task<PreparationView> PreparationAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<PreparationView>($"sessions/{id}/preparation", ct);

    /// <param name="version">The version that it was made from, 0 for the first.</param>
    public Task<PreparationView> PrepareAsync(Guid id, long version, Prepare preparation, CancellationToken ct = default) =>
        PutAsync<PreparationView>($"sessions/{id}/preparation", version, preparation, ct);

    public Task<PreparationView> TickStepAsync(Guid id, TickStep step, string? key = null, CancellationToken ct = default) =>
        PostAsync<PreparationView>($"sessions/{id}/preparation/steps", step, ct, key);
}
