using Campaign.Api.Recognition;
using Campaign.Contracts;

namespace Campaign.Recognition.Tests.Service;

/// <summary>One district of the test city: its unit, a cell with ten members, and its award council.</summary>
public sealed class World(RecognitionService service, string code)
{
    public string Code { get; } = code;
    public Guid Campaign { get; } = Guid.CreateVersion7();
    public Guid UnitId { get; } = Guid.CreateVersion7();
    public string Path => $"hn/{Code}";
    public Guid Cell { get; } = Guid.CreateVersion7();
    public string CellPath => $"{Path}/{Code}-a";
    public IReadOnlyList<Guid> Members { get; } = [.. Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7())];
    public CouncilView Council { get; set; } = null!;

    public RecognitionClient Officer => service.As($"{Roles.DistrictOfficer}@{Path}");
    public RecognitionClient Secretary => service.As($"{Roles.Secretary}@{CellPath}");

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
            Unit(UnitId, Code, $"Quận ủy {Code}", Path, null),
            Unit(Cell, $"{Code}-a", "Chi bộ số 3 phường Hạ Đình", CellPath, UnitId),
            .. Members.Select((member, number) => Member(member, $"Nguyễn Thị Thường {number}")),
        ];

    public MemberChanged Member(Guid id, string name) =>
        new()
        {
            District = Code,
            AggregateId = id,
            Version = 1,
            Number = id.ToString(),
            FullName = name,
            UnitId = Cell,
            UnitPath = CellPath,
            Status = MemberStatuses.Active,
        };

    public ReviewDecided Review(Guid subject, string rank, decimal score, DateOnly on, int year = 2025) =>
        new()
        {
            District = Code,
            CampaignId = Campaign,
            AggregateId = Guid.CreateVersion7(),
            Version = 4,
            PeriodId = Guid.CreateVersion7(),
            Year = year,
            SubjectKind = SubjectKinds.Member,
            SubjectId = subject,
            UnitId = Cell,
            UnitPath = CellPath,
            Score = score,
            Rank = rank,
            RuleSet = "party-members-2025/1",
            DecidedOn = on,
        };

    public Nominate Request(Guid subject, string title = "giay-khen", string? achievement = null) =>
        new(
            Campaign,
            Council.Id,
            SubjectKinds.Member,
            subject,
            title,
            achievement ?? $"Đổi mới sinh hoạt chi bộ theo chuyên đề, sáng kiến {subject}"
        );

    /// <summary>Nominated, and voted for by four of the five council members.</summary>
    public async Task<NominationView> PassedAsync(Guid subject, string title = "giay-khen", string? achievement = null)
    {
        var nomination = await Officer.NominateAsync(Request(subject, title, achievement));
        return await Officer.RecordBallotsAsync(
            nomination.Id,
            new CastVotes([.. Council.MemberIds.Select((member, number) => new Ballot(member, number < 4))])
        );
    }

    public async Task<AwardView> AwardedAsync(Guid subject, string number = "812-QĐ/QU") =>
        (await Officer.DecideAsync(Decision(number, await PassedAsync(subject)))).Awards.Single();

    public DecideAwards Decision(string number, params NominationView[] nominations) =>
        new(number, "Trần Văn Ký", new DateOnly(2023, 9, 2), [.. nominations.Select(nomination => nomination.Id)]);

    private UnitChanged Unit(Guid id, string unitCode, string name, string path, Guid? parent) =>
        new()
        {
            District = Code,
            AggregateId = id,
            Version = 1,
            Code = unitCode,
            Name = name,
            ShortName = unitCode,
            Type = UnitTypes.Cell,
            ParentId = parent,
            Path = path,
            ValidFrom = new DateOnly(2015, 1, 1),
        };
}
