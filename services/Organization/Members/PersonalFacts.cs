using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;

namespace Campaign.Organization.Members;

/// <summary>What is known of a member besides name, home unit and status; all of it optional. Never a citizen ID.</summary>
public sealed record PersonalFacts(DateOnly? JoinedOn, DateOnly? OfficialSince = null, string? Sex = null, int? BirthYear = null)
{
    private const int Oldest = 120;

    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public PersonalFacts Checked(DateOnly today)
    {
        Problem.Unless(JoinedOn is null || JoinedOn <= today, "joinedOn", FieldCodes.TooLate, ("latest", today));
        Problem.Unless(
            OfficialSince is null || JoinedOn is null || OfficialSince >= JoinedOn,
            "officialSince",
            FieldCodes.EndBeforeStart,
            ("start", "joinedOn")
        );
        Problem.Unless(IsBirthYear(BirthYear, today), "birthYear", OrganizationProblems.BirthYear, BirthYears(today));
        return this;
    }

    /// <summary>What is not known here is taken from the other.</summary>
    public PersonalFacts Or(PersonalFacts other) =>
        new(JoinedOn ?? other.JoinedOn, OfficialSince ?? other.OfficialSince, Sex ?? other.Sex, BirthYear ?? other.BirthYear);

    /// <summary>What the sentence names.</summary>
    public static (string Name, object? Value)[] BirthYears(DateOnly today) => [("min", today.Year - Oldest), ("max", today.Year - 17)];

    /// <summary>A member is at least 18 (Điều lệ Đảng, Điều 1).</summary>
    public static bool IsBirthYear(int? year, DateOnly today) => year is null || (year >= today.Year - Oldest && year <= today.Year - 17);
}
