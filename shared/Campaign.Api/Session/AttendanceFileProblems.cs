using Campaign.Api.Problems;

namespace Campaign.Api.Session;

/// <summary>What can be wrong with the rows of an attendance file.</summary>
public static class AttendanceFileProblems
{
    /// <summary>Params <c>count</c>, <c>max</c>.</summary>
    public static readonly FieldCode TooManyRows = new("too-many-rows");

    public static readonly FieldCode NotAmongParticipants = new("not-among-participants");
    public static readonly FieldCode NumberUnknown = new("number-unknown");

    /// <summary>Params <c>max</c>.</summary>
    public static readonly FieldCode MinutesInFile = new("minutes-in-file");
}
