namespace Campaign.Api.Problems;

/// <summary>What can be wrong with a field of any request. A service adds its own beside its problems.</summary>
public static class FieldCodes
{
    public static readonly FieldCode Required = new("required");
    public static readonly FieldCode Unknown = new("unknown");
    public static readonly FieldCode MustNotBeNull = new("must-not-be-null");
    public static readonly FieldCode NullInList = new("null-in-list");

    /// <summary>Params <c>value</c>.</summary>
    public static readonly FieldCode Unreadable = new("unreadable");

    /// <summary>The body is no JSON; params <c>line</c>, <c>character</c>.</summary>
    public static readonly FieldCode NoJson = new("no-json");

    public static readonly FieldCode BodyMissing = new("body-missing");

    /// <summary>The character U+0000, which cannot be stored.</summary>
    public static readonly FieldCode NulCharacter = new("nul-character");

    /// <summary>Characters of a text; params <c>min</c>, <c>max</c>, <c>length</c>.</summary>
    public static readonly FieldCode Length = new("length");

    /// <summary>Params <c>max</c>.</summary>
    public static readonly FieldCode TooLong = new("too-long");

    /// <summary>Params <c>allowed</c>: the codes that are.</summary>
    public static readonly FieldCode OneOf = new("one-of");

    /// <summary>A number or a size; params <c>min</c>, <c>max</c>.</summary>
    public static readonly FieldCode Range = new("range");

    /// <summary>Entries of a list; params <c>min</c>, <c>max</c>.</summary>
    public static readonly FieldCode Count = new("count");

    /// <summary>An entry that the list holds already; params <c>value</c>.</summary>
    public static readonly FieldCode Twice = new("twice");

    /// <summary>A day or time; params <c>earliest</c>.</summary>
    public static readonly FieldCode TooEarly = new("too-early");

    /// <summary>A day or time; params <c>latest</c>.</summary>
    public static readonly FieldCode TooLate = new("too-late");

    /// <summary>The end of a period before its start; params <c>start</c>, the path of that field.</summary>
    public static readonly FieldCode EndBeforeStart = new("end-before-start");

    /// <summary>The day from which something is no longer held; params <c>start</c>, the other field.</summary>
    public static readonly FieldCode FirstDayWithout = new("first-day-without");

    /// <summary>A role of the machinery; params <c>role</c>.</summary>
    public static readonly FieldCode RoleByOperator = new("role-by-operator");

    public static readonly FieldCode CityPostInTheCity = new("city-post-in-the-city");

    public static readonly FieldCode Cursor = new("cursor");
}
