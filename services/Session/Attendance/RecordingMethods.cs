namespace Campaign.Sessions.Attendance;

/// <summary>How a participant came into the record; the first way stays, whatever is recorded later.</summary>
public static class RecordingMethods
{
    /// <summary>Scanned the QR code on the room's screen.</summary>
    public const string Scan = "scan";

    /// <summary>Typed the six digits.</summary>
    public const string Code = "code";

    /// <summary>Checked in by the secretary, as the member would have.</summary>
    public const string Desk = "desk";

    /// <summary>Ticked in the secretary's roster.</summary>
    public const string Roster = "roster";

    /// <summary>Entered from the signed sheet.</summary>
    public const string Sheet = "sheet";

    /// <summary>Came in a file.</summary>
    public const string File = "file";

    /// <summary>Was entered as a temporary attendee and turned out to be this member.</summary>
    public const string Merged = "merged";

    /// <summary>Told the others by MemberCheckedIn: cannot be undone, only changed.</summary>
    public static readonly IReadOnlyList<string> Announced = [Scan, Code, Desk];
}
