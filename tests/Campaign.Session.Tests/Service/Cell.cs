using Campaign.Api.Session;
using Campaign.Contracts;

namespace Campaign.Session.Tests.Service;

/// <summary>A cell made for one test.</summary>
public sealed record Cell(Guid Id, string Path, Guid[] Members)
{
    public const string District = "thanh-xuan";

    public static readonly DateTimeOffset Start = new(2022, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public string Secretary => $"{Roles.Secretary}@{Path}";

    public ScheduleSession Meeting(Guid[]? participants = null, Guid? assignment = null, string kind = "cell-meeting") =>
        new(Id, null, assignment, kind, new("Học tập và làm theo", "in-room", "Nhà văn hóa", 90), Start, participants);

    public CloseSession Over() => new(Start.AddMinutes(100), "Biên bản: chi bộ thống nhất.");

    public UnitChanged Changed() =>
        new()
        {
            District = District,
            AggregateId = Id,
            Version = 1,
            Code = Path.Split('/')[^1],
            Name = "Chi bộ thử",
            ShortName = "CB",
            Type = UnitTypes.Cell,
            Path = Path,
            ValidFrom = new DateOnly(2010, 1, 1),
        };

    public MemberChanged MemberChanged(Guid member, string status = MemberStatuses.Active, long version = 1, string? name = null) =>
        new()
        {
            District = District,
            AggregateId = member,
            Version = version,
            Number = member.ToString("N")[^12..],
            FullName = name ?? "Đảng viên Thử",
            UnitId = Id,
            UnitPath = Path,
            Status = status,
        };

    public AssignmentIssued Asks(string requirement, Guid? assignment = null, Guid? campaign = null) =>
        new()
        {
            District = District,
            CampaignId = campaign,
            AggregateId = assignment ?? Guid.CreateVersion7(),
            Version = 1,
            DirectiveId = Guid.CreateVersion7(),
            UnitId = Id,
            UnitPath = Path,
            Requirement = requirement,
            Title = "Sinh hoạt chuyên đề quý I",
            DueOn = new DateOnly(2022, 3, 31),
        };

    public AssignmentCompleted Did(AssignmentIssued assignment) =>
        new()
        {
            District = District,
            AggregateId = assignment.AggregateId,
            Version = 5,
            DirectiveId = assignment.DirectiveId,
            UnitId = Id,
            UnitPath = Path,
            Requirement = assignment.Requirement,
            CompletedOn = new DateOnly(2022, 3, 2),
            OnTime = true,
        };
}
