namespace Campaign.Api.Session;

/// <summary>What a view's <c>may</c> can hold: what its reader may do with it now.</summary>
public static class SessionMay
{
    public const string Change = "change";
    public const string Cancel = "cancel";
    public const string Invite = "invite";
    public const string ReadGuests = "read-guests";
    public const string ReadAnswers = "read-answers";
    public const string ConfirmExcuses = "confirm-excuses";
    public const string Prepare = "prepare";
    public const string ShowScreen = "show-screen";
    public const string Open = "open";
    public const string CheckIn = "check-in";
    public const string ReadParticipants = "read-participants";
    public const string TakeRoster = "take-roster";
    public const string PrintSheet = "print-sheet";
    public const string ReadAttendees = "read-attendees";
    public const string AddAttendee = "add-attendee";

    /// <summary>The agenda's clock, contributions, votes and the resolution.</summary>
    public const string WriteProceedings = "write-proceedings";

    public const string Close = "close";
    public const string ReadMinutes = "read-minutes";
    public const string DraftMinutes = "draft-minutes";
    public const string ReadVersions = "read-versions";
    public const string EditMinutes = "edit-minutes";
    public const string SignAsChair = "sign-as-chair";
    public const string SignAsSecretary = "sign-as-secretary";
    public const string Correct = "correct";

    public const string AnswerQuality = "answer-quality";
    public const string ConfirmQuality = "confirm-quality";

    /// <summary>Of a series.</summary>
    public const string ChangeDay = "change-day";

    /// <summary>Of a series.</summary>
    public const string End = "end";

    /// <summary>Of one's own meeting.</summary>
    public const string Answer = "answer";

    /// <summary>Of a unit: put a session on its calendar, plan a series for it.</summary>
    public const string Schedule = "schedule";

    /// <summary>Of a unit: have the address of its calendar.</summary>
    public const string SubscribeCalendar = "subscribe-calendar";

    /// <summary>Of a unit: coverage, attendance reports, proposals.</summary>
    public const string ReadReports = "read-reports";

    /// <summary>Of a unit: its sessions and its calendar.</summary>
    public const string ReadSessions = "read-sessions";
}
