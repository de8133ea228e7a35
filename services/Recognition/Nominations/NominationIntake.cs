using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.Recognition.Councils;
using Campaign.Recognition.Titles;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition.Nominations;

/// <summary>Puts somebody forward, unless what they did was put forward or rewarded before.</summary>
internal sealed class NominationIntake(RecognitionDb database, Caller caller, IEventLog events, TimeProvider time)
{
    private sealed record Subject(string Name, Guid UnitId, string UnitPath, string UnitName, string District);

    /// <exception cref="Problem"><c>already-nominated</c>, <c>already-rewarded</c> (409), <c>outside-your-units</c> (403).</exception>
    public async Task<Nomination> SubmitAsync(Nominate request, CancellationToken ct)
    {
        var kind = Problem.OneOf(request.SubjectKind, "subjectKind", SubjectKinds.All);
        var achievement = Problem.Text(request.Achievement, "achievement", 20_000, 20);
        var subject = await FindAsync(kind, request.SubjectId, ct);
        NominationActions.Nominate.Demand(caller, subject.UnitPath);
        var title = await database.TitleInForceAsync(request.Title, kind, time.Today(), ct);
        var council = await CouncilOfAsync(request.CouncilId, subject, ct);
        var nomination = New(request, kind, subject, title, council, achievement);
        await DemandNotTwiceAsync(nomination, ct);
        database.Nominations.Add(nomination);
        events.Append(
            new NominationSubmitted
            {
                District = nomination.District,
                CampaignId = nomination.CampaignId,
                AggregateId = nomination.Id,
                Version = nomination.Version,
                SubjectKind = kind,
                SubjectId = nomination.SubjectId,
                UnitPath = nomination.UnitPath,
                Title = title.Code,
            }
        );
        await database.SaveChangesAsync(ct);
        return nomination;
    }

    private async Task<Subject> FindAsync(string kind, Guid id, CancellationToken ct)
    {
        if (kind == SubjectKinds.Unit)
        {
            var unit = await database.UnitAsync(id, ct);
            return new Subject(unit.Name, unit.Id, unit.Path, unit.Name, unit.District);
        }

        var member = await database.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw Problem.NotFound("member");
        var home = await database.UnitAsync(member.UnitId, ct);
        return new Subject(member.FullName, home.Id, member.UnitPath, home.Name, member.District);
    }

    private async Task<Council> CouncilOfAsync(Guid id, Subject subject, CancellationToken ct)
    {
        var council = await database.Councils.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw Problem.NotFound("council");
        Problem.Unless(
            UnitPath.IsWithin(subject.UnitPath, council.UnitPath),
            "councilId",
            RecognitionProblems.CouncilOfOthers,
            ("council", council.Name),
            ("unit", council.UnitPath),
            ("subject", subject.Name)
        );
        return council;
    }

    private async Task DemandNotTwiceAsync(Nomination nomination, CancellationToken ct)
    {
        var earlier = await database
            .Nominations.AsNoTracking()
            .Where(n =>
                n.CampaignId == nomination.CampaignId
                && n.SubjectId == nomination.SubjectId
                && n.State != NominationStates.Failed
                && n.State != NominationStates.Revoked
                && (n.Title == nomination.Title || n.AchievementKey == nomination.AchievementKey)
            )
            .OrderByDescending(n => n.State == NominationStates.Awarded)
            .ThenBy(n => n.Id)
            .FirstOrDefaultAsync(ct);
        if (earlier is not null)
        {
            throw earlier.State == NominationStates.Awarded
                ? AlreadyRewarded([$"{earlier.SubjectName} ({earlier.TitleName})"])
                : new Problem(RecognitionProblems.AlreadyNominated, ("subject", earlier.SubjectName), ("title", earlier.TitleName))
                {
                    Extensions = { ["nominationId"] = earlier.Id },
                };
        }
    }

    internal static Problem AlreadyRewarded(IReadOnlyList<string> whom) => new(RecognitionProblems.AlreadyRewarded, ("whom", whom));

    private static Nomination New(Nominate request, string kind, Subject subject, Title title, Council council, string achievement) =>
        new()
        {
            CampaignId = request.CampaignId,
            CouncilId = council.Id,
            SubjectKind = kind,
            SubjectId = request.SubjectId,
            SubjectName = subject.Name,
            UnitId = subject.UnitId,
            UnitPath = subject.UnitPath,
            UnitName = subject.UnitName,
            District = subject.District,
            Title = title.Code,
            TitleName = title.Name,
            MajorityPercent = title.MajorityPercent,
            Achievement = achievement,
            AchievementKey = AchievementKey.Of(achievement),
            CouncilSize = council.MemberIds.Length,
        };
}
