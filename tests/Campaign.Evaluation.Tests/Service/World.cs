using Campaign.Api.Evaluation;
using Campaign.Contracts;

namespace Campaign.Evaluation.Tests.Service;

/// <summary>One district of the test city: the district's unit, two cells and their members.</summary>
public sealed class World(EvaluationService service, string code, int membersInEachCell)
{
    public string Code { get; } = code;
    public Guid Campaign { get; } = Guid.CreateVersion7();
    public Guid UnitId { get; } = Guid.CreateVersion7();
    public string Path => $"hn/{Code}";
    public Guid CellA { get; } = Guid.CreateVersion7();
    public Guid CellB { get; } = Guid.CreateVersion7();
    public string PathA => $"{Path}/{Code}-a";
    public string PathB => $"{Path}/{Code}-b";
    public IReadOnlyList<Guid> MembersA { get; } = [.. Enumerable.Range(0, membersInEachCell).Select(_ => Guid.CreateVersion7())];
    public IReadOnlyList<Guid> MembersB { get; } = [.. Enumerable.Range(0, membersInEachCell).Select(_ => Guid.CreateVersion7())];

    public EvaluationClient Officer => service.As($"{Roles.DistrictOfficer}@{Path}");
    public EvaluationClient SecretaryA => service.As($"{Roles.Secretary}@{PathA}");

    public IEnumerable<CampaignEvent> Foundation() =>
        [
            new DistrictRegistered
            {
                District = Districts.City,
                AggregateId = UnitId,
                Version = 1,
                Code = Code,
                Name = Code,
            },
            Unit(UnitId, Code, Path, null),
            Unit(CellA, $"{Code}-a", PathA, UnitId),
            Unit(CellB, $"{Code}-b", PathB, UnitId),
            .. MembersA.Select(member => Member(member, CellA, PathA)),
            .. MembersB.Select(member => Member(member, CellB, PathB)),
        ];

    public UnitChanged Unit(Guid id, string unitCode, string path, Guid? parent) =>
        new()
        {
            District = Code,
            AggregateId = id,
            Version = 1,
            Code = unitCode,
            Name = $"Chi bộ {unitCode}",
            ShortName = unitCode,
            Type = UnitTypes.Cell,
            ParentId = parent,
            Path = path,
            ValidFrom = new DateOnly(2015, 1, 1),
        };

    public MemberChanged Member(Guid id, Guid unit, string path, string status = MemberStatuses.Active, long version = 1) =>
        new()
        {
            District = Code,
            AggregateId = id,
            Version = version,
            Number = id.ToString(),
            FullName = $"Đảng viên {id}",
            UnitId = unit,
            UnitPath = path,
            Status = status,
        };

    public AttendanceTaken Attendance(
        Guid session,
        DateOnly day,
        IReadOnlyList<Guid> present,
        IReadOnlyList<Guid>? excused = null,
        IReadOnlyList<Guid>? absent = null,
        long version = 1,
        int part = 0
    ) =>
        new()
        {
            District = Code,
            AggregateId = session,
            Version = version,
            UnitId = CellA,
            Kind = "thematic-meeting",
            HeldOn = day,
            Part = part,
            Present = present,
            Excused = excused ?? [],
            Absent = absent ?? [],
        };

    public AssignmentIssued Issued(Guid assignment, Guid unit, string path, DateOnly due) =>
        new()
        {
            District = Code,
            AggregateId = assignment,
            Version = 1,
            DirectiveId = Guid.Empty,
            UnitId = unit,
            UnitPath = path,
            Requirement = RequirementKinds.Report,
            Title = "Báo cáo",
            DueOn = due,
        };

    public AssignmentOverdue Overdue(Guid assignment, Guid unit, string path, DateOnly due) =>
        new()
        {
            District = Code,
            AggregateId = assignment,
            Version = 2,
            DirectiveId = Guid.Empty,
            UnitId = unit,
            UnitPath = path,
            DueOn = due,
        };

    public AssignmentCompleted Completed(Guid assignment, Guid unit, string path, DateOnly day, bool onTime) =>
        new()
        {
            District = Code,
            AggregateId = assignment,
            Version = 3,
            DirectiveId = Guid.Empty,
            UnitId = unit,
            UnitPath = path,
            Requirement = RequirementKinds.Report,
            CompletedOn = day,
            OnTime = onTime,
        };

    /// <summary>A period of 2025 in which everybody is enrolled.</summary>
    public async Task<PeriodView> EnrolledPeriodAsync(string? name = null, string? memberRuleSet = null)
    {
        var period = await Officer.OpenPeriodAsync(
            new OpenPeriod(Campaign, name ?? "Năm 2025", new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), UnitId, memberRuleSet, null)
        );
        return await Officer.EnrolAsync(period.Id, new Enrol(Path));
    }

    public async Task<IReadOnlyList<ReviewView>> ReviewsAsync(PeriodView period, string kind, string? under = null) =>
        (await Officer.ReviewsAsync(period.Id, under ?? Path, kind, limit: 500)).Items;

    /// <summary>Proposes these total scores, one a review.</summary>
    public Task ProposeAsync(PeriodView period, IEnumerable<ReviewView> reviews, IEnumerable<int> totals) =>
        Officer.ProposeAsync(
            period.Id,
            new Propose([.. reviews.Zip(totals, (review, total) => new Proposal(review.Id, new Scores(total * 0.3m, total * 0.7m, null)))])
        );
}
