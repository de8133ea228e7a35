using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Sessions.CheckIn;

namespace Campaign.Sessions.Acting;

/// <summary>What may be done with a session, by whom and when: what the endpoints demand, and what its view says.</summary>
public static class SessionActions
{
    /// <summary>Why nothing is done with a session that is over.</summary>
    internal static readonly ProblemType[] Over = [SessionProblems.SessionHeld, SessionProblems.SessionCancelled];

    public static readonly ActionRule<SessionFacts> Change = Run(SessionMay.Change, facts => facts.Session.WhyNotAhead());
    public static readonly ActionRule<SessionFacts> Cancel = Run(SessionMay.Cancel, facts => facts.Session.WhyNotAhead());

    /// <summary>A link is dead once the session is over: none is handed out then.</summary>
    public static readonly ActionRule<SessionFacts> Invite = UntilOver(SessionMay.Invite);
    public static readonly ActionRule<SessionFacts> ReadGuests = Run(SessionMay.ReadGuests);
    public static readonly ActionRule<SessionFacts> ReadAnswers = Run(SessionMay.ReadAnswers);
    public static readonly ActionRule<SessionFacts> ConfirmExcuses = UntilOver(SessionMay.ConfirmExcuses);
    public static readonly ActionRule<SessionFacts> Prepare = UntilOver(SessionMay.Prepare);
    public static readonly ActionRule<SessionFacts> ShowScreen = UntilOver(SessionMay.ShowScreen);
    public static readonly ActionRule<SessionFacts> Open = Run(SessionMay.Open, facts => facts.Session.WhyNotOpenedAt(facts.Now));

    /// <summary>Oneself with what is on the screen, or others on the secretary's word.</summary>
    /// <remarks>
    /// Thousands come at once: <see cref="Reception"/> decides alike by what it remembers of the session, without asking for these facts.
    /// </remarks>
    public static readonly ActionRule<SessionFacts> CheckIn = new(
        SessionMay.CheckIn,
        SessionAccess.CheckIn,
        UnitPath,
        facts => facts.Session.State == SessionStates.Open ? null : facts.Session.WhyCancelled() ?? CheckInAnswer.NotOpen(),
        TakesPart,
        SessionAccess.Run
    );

    public static readonly ActionRule<SessionFacts> ReadParticipants = new(SessionMay.ReadParticipants, SessionAccess.ReadPeople, UnitPath);
    public static readonly ActionRule<SessionFacts> TakeRoster = UntilOver(SessionMay.TakeRoster);
    public static readonly ActionRule<SessionFacts> PrintSheet = Run(SessionMay.PrintSheet, facts => facts.Session.WhyCancelled());
    public static readonly ActionRule<SessionFacts> ReadAttendees = Run(SessionMay.ReadAttendees);
    public static readonly ActionRule<SessionFacts> AddAttendee = UntilOver(SessionMay.AddAttendee);
    public static readonly ActionRule<SessionFacts> WriteProceedings = UntilOver(SessionMay.WriteProceedings);
    public static readonly ActionRule<SessionFacts> Close = UntilOver(SessionMay.Close);

    public static readonly ActionRule<SessionFacts> ReadMinutes = new(
        SessionMay.ReadMinutes,
        SessionAccess.Read,
        UnitPath,
        NoMinutes,
        TakesPart
    );
    public static readonly ActionRule<SessionFacts> DraftMinutes = Run(SessionMay.DraftMinutes);
    public static readonly ActionRule<SessionFacts> ReadVersions = new(SessionMay.ReadVersions, SessionAccess.ReadPeople, UnitPath);
    public static readonly ActionRule<SessionFacts> EditMinutes = Run(SessionMay.EditMinutes, facts =>
        facts.Session.WhyCancelled() ?? (facts.Minutes?.IsLocked == true ? new Problem(SessionProblems.MinutesLocked) : null)
    );

    public static readonly ActionRule<SessionFacts> SignAsChair = Run(SessionMay.SignAsChair, facts => WhyNotSigned(facts, asChair: true));

    /// <summary>Whoever took the minutes may be any participant.</summary>
    public static readonly ActionRule<SessionFacts> SignAsSecretary = new(
        SessionMay.SignAsSecretary,
        SessionAccess.CheckIn,
        UnitPath,
        facts => WhyNotSigned(facts, asChair: false),
        TakesPart,
        SessionAccess.Run
    );

    public static readonly ActionRule<SessionFacts> Correct = Run(SessionMay.Correct, facts =>
        facts.Session.WhyNotHeld() ?? NoMinutes(facts)
    );

    /// <summary>In the order of a session's life.</summary>
    public static readonly IReadOnlyList<ActionRule<SessionFacts>> All =
    [
        Change,
        Cancel,
        Invite,
        ReadGuests,
        ReadAnswers,
        ConfirmExcuses,
        Prepare,
        ShowScreen,
        Open,
        CheckIn,
        ReadParticipants,
        TakeRoster,
        PrintSheet,
        ReadAttendees,
        AddAttendee,
        WriteProceedings,
        Close,
        ReadMinutes,
        DraftMinutes,
        ReadVersions,
        EditMinutes,
        SignAsChair,
        SignAsSecretary,
        Correct,
    ];

    private static ActionRule<SessionFacts> Run(string name, Func<SessionFacts, Problem?>? refusal = null) =>
        new(name, SessionAccess.Run, UnitPath, refusal);

    private static ActionRule<SessionFacts> UntilOver(string name) => Run(name, facts => facts.Session.WhyOver());

    private static string UnitPath(SessionFacts facts) => facts.Session.UnitPath;

    private static bool TakesPart(Caller caller, SessionFacts facts) => facts.TakesPart;

    private static Problem? WhyNotSigned(SessionFacts facts, bool asChair) =>
        facts.Session.WhyNotHeld() ?? NoMinutes(facts) ?? facts.Minutes!.WhyNotSigned(asChair, facts.Account);

    private static Problem? NoMinutes(SessionFacts facts) => facts.Minutes is not null ? null : new(SessionProblems.NoMinutes);
}
