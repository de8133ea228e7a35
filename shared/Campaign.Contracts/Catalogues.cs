namespace Campaign.Contracts;

/// <summary>Kinds of units in the tree that are named in code; Organization's catalogue has them all.</summary>
public static class UnitTypes
{
    public const string PartyCommittee = "party-committee";
    public const string Authority = "authority";
    public const string FatherlandFront = "fatherland-front";
    public const string Agency = "agency";
    public const string School = "school";
    public const string Cell = "cell";
}

/// <summary>What a member's relation to the organisation may be, where code asks for it; Organization's catalogue has them all.</summary>
public static class MemberStatuses
{
    public const string Active = "active";

    /// <summary>Exempted from meetings: leaves the denominator of attendance.</summary>
    public const string Exempted = "exempted";

    public const string Transferred = "transferred";
    public const string Left = "left";
}

/// <summary>What a step of a reorganisation decision does to the tree.</summary>
public static class ReorganisationKinds
{
    public const string Create = "create";
    public const string Rename = "rename";
    public const string Move = "move";

    /// <summary>Many into one.</summary>
    public const string Merge = "merge";

    /// <summary>One into many.</summary>
    public const string Split = "split";

    public const string Dissolve = "dissolve";
}

/// <summary>Roles that a post gives; a permission is role × unit subtree × time.</summary>
public static class Roles
{
    public const string CityOfficer = "city-officer";
    public const string DistrictOfficer = "district-officer";
    public const string Secretary = "secretary";
    public const string Member = "member";
    public const string Committee = "committee";
    public const string Council = "council";
    public const string Analyst = "analyst";
    public const string Operator = "operator";
    public const string Integrator = "integrator";

    /// <summary>A service of this system that calls another one.</summary>
    public const string Service = "service";

    public static readonly IReadOnlyList<string> All =
    [
        CityOfficer,
        DistrictOfficer,
        Secretary,
        Member,
        Committee,
        Council,
        Analyst,
        Operator,
        Integrator,
        Service,
    ];
}

/// <summary>What a directive may ask a unit for from the start; Directive's catalogue has them all.</summary>
public static class RequirementKinds
{
    public const string Acknowledge = "acknowledge";
    public const string StudyConference = "study-conference";

    /// <summary>A plan of the unit's own.</summary>
    public const string Plan = "plan";

    public const string ThematicMeeting = "thematic-meeting";
    public const string Report = "report";
}

/// <summary>What is reviewed and recognised.</summary>
public static class SubjectKinds
{
    public const string Member = "member";
    public const string Unit = "unit";

    public static readonly IReadOnlyList<string> All = [Member, Unit];
}

/// <summary>Ranks of a review, best first (Hướng dẫn 43-HD/BTCTW, 31/10/2025; Decree 335/2025).</summary>
public static class Ranks
{
    /// <summary>Hoàn thành xuất sắc nhiệm vụ.</summary>
    public const string Excellent = "excellent";

    /// <summary>Hoàn thành tốt nhiệm vụ.</summary>
    public const string Good = "good";

    /// <summary>Hoàn thành nhiệm vụ.</summary>
    public const string Completed = "completed";

    /// <summary>Không hoàn thành nhiệm vụ.</summary>
    public const string Failed = "failed";
}
