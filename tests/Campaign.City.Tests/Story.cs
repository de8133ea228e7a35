using Campaign.Contracts;

namespace Campaign.City.Tests;

/// <summary>A small campaign, told in events.</summary>
internal static class Story
{
    public static IEnumerable<CampaignEvent> Units()
    {
        yield return Unit("hn", "Thành ủy Hà Nội", "hn", Districts.City, null);
        yield return Unit(CityFixture.District, "Quận ủy Thanh Xuân", "hn/thanh-xuan", CityFixture.District, Guid.CreateVersion7());
        yield return Unit("ha-dinh", "Đảng ủy phường Hạ Đình", "hn/thanh-xuan/ha-dinh", CityFixture.District, Guid.CreateVersion7());
    }

    /// <summary>
    /// 1 directive, 3 assignments (2 acknowledged, 2 completed, 1 of them on time, 1 overdue), 3 sessions held (1 of them corrected twice),
    /// 3 reviews, 2 awards of which 1 revoked.
    /// </summary>
    public static List<CampaignEvent> Events(Guid campaign)
    {
        // a document belongs to one campaign: tests that share a database must not share it
        var directive = Guid.CreateVersion7();
        var (a, b, c) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (unitA, unitB) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var corrected = Guid.CreateVersion7();
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        const string cellA = "hn/thanh-xuan/ha-dinh/cb-01",
            cellB = "hn/thanh-xuan/ha-dinh/cb-02";
        return
        [
            new CampaignOpened
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = campaign,
                Version = 1,
                Name = "Học tập và làm theo",
                From = new(2021, 7, 1),
                To = new(2023, 6, 30),
                Topics = ["An sinh xã hội"],
            },
            new DirectiveIssued
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = directive,
                Version = 2,
                Symbol = "12-KH/QU",
                DocumentType = "KH",
                Title = "Kế hoạch của quận",
                Issuer = "Quận ủy Thanh Xuân",
                SignedOn = new(2021, 7, 15),
                Units = 2,
            },
            Issued(a, unitA, cellA),
            Issued(b, unitB, cellB),
            Issued(c, unitB, cellB),
            Acknowledged(a, unitA, cellA),
            Acknowledged(b, unitB, cellB),
            Completed(a, unitA, cellA, onTime: true),
            Completed(b, unitB, cellB, onTime: false),
            Overdue(b, unitB, cellB),
            Overdue(c, unitB, cellB),
            Held(cellA, "thematic-meeting", "An sinh xã hội", new(2021, 9, 10), 30, 27, corrected),
            Corrected(28, 4),
            Corrected(29, 5),
            Held(cellB, "thematic-meeting", "An sinh xã hội", new(2021, 9, 11), 20, 10),
            Held("hn/thanh-xuan", "study-conference", "Quán triệt Kết luận 01", new(2021, 10, 5), 150, 141),
            Reviewed(2021, SubjectKinds.Member, Ranks.Excellent),
            Reviewed(2021, SubjectKinds.Member, Ranks.Good),
            Reviewed(2022, SubjectKinds.Unit, Ranks.Good),
            Granted(first, "Chi bộ 1 Hạ Đình"),
            Granted(second, "Nguyễn Văn An"),
            Revoked(second),
        ];

        AssignmentIssued Issued(Guid id, Guid unit, string path) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id,
                Version = 1,
                DirectiveId = directive,
                UnitId = unit,
                UnitPath = path,
                Requirement = RequirementKinds.Report,
                Title = "Báo cáo",
                DueOn = new(2021, 9, 30),
            };
        AssignmentAcknowledged Acknowledged(Guid id, Guid unit, string path) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id,
                Version = 2,
                DirectiveId = directive,
                UnitId = unit,
                UnitPath = path,
                AcknowledgedOn = new(2021, 7, 20),
            };
        AssignmentCompleted Completed(Guid id, Guid unit, string path, bool onTime) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id,
                Version = 3,
                DirectiveId = directive,
                UnitId = unit,
                UnitPath = path,
                Requirement = RequirementKinds.Report,
                CompletedOn = new(2021, 9, 20),
                OnTime = onTime,
            };
        AssignmentOverdue Overdue(Guid id, Guid unit, string path) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id,
                Version = 2,
                DirectiveId = directive,
                UnitId = unit,
                UnitPath = path,
                DueOn = new(2021, 9, 30),
            };
        SessionHeld Held(string path, string kind, string topic, DateOnly on, int expected, int present, Guid? id = null) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id ?? Guid.CreateVersion7(),
                Version = 3,
                UnitId = Guid.CreateVersion7(),
                UnitPath = path,
                Kind = kind,
                Topic = topic,
                HeldOn = on,
                Minutes = 95,
                Expected = expected,
                Present = present,
                Excused = expected - present,
                Absent = 0,
            };
        AttendanceCorrected Corrected(int present, long version) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = corrected,
                Version = version,
                UnitId = unitA,
                UnitPath = cellA,
                Kind = "thematic-meeting",
                Topic = "An sinh xã hội",
                HeldOn = new(2021, 9, 10),
                Expected = 30,
                Present = present,
                Excused = 30 - present,
                Absent = 0,
                Reason = "Ghi nhầm",
            };
        ReviewDecided Reviewed(int year, string kind, string rank) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = Guid.CreateVersion7(),
                Version = 3,
                PeriodId = Guid.CreateVersion7(),
                Year = year,
                SubjectKind = kind,
                SubjectId = Guid.CreateVersion7(),
                UnitId = unitA,
                UnitPath = cellA,
                Score = 88,
                Rank = rank,
                RuleSet = "party-2021/1",
                DecidedOn = new(year, 12, 20),
            };
        AwardGranted Granted(Guid id, string name) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id,
                Version = 1,
                SubjectKind = SubjectKinds.Unit,
                SubjectId = Guid.CreateVersion7(),
                SubjectName = name,
                UnitId = unitA,
                UnitPath = "hn/thanh-xuan/ha-dinh",
                Title = "giay-khen",
                Decision = "812-QĐ/QU",
                GrantedOn = new(2023, 5, 19),
            };
        AwardRevoked Revoked(Guid id) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id,
                Version = 2,
                SubjectKind = SubjectKinds.Unit,
                SubjectId = Guid.CreateVersion7(),
                UnitPath = "hn/thanh-xuan/ha-dinh",
                RevokedOn = new(2023, 6, 1),
            };
    }

    private static UnitChanged Unit(string code, string name, string path, string district, Guid? parent) =>
        new()
        {
            District = district,
            AggregateId = Guid.CreateVersion7(),
            Version = 1,
            Code = code,
            Name = name,
            ShortName = name,
            Type = UnitTypes.PartyCommittee,
            ParentId = parent,
            Path = path,
            ValidFrom = new(2020, 1, 1),
        };
}
