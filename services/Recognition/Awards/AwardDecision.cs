using Campaign.Api.Problems;
using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.Recognition.Nominations;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition.Awards;

/// <summary>A signed decision grants the awards of many nominations that have passed: all of them or none.</summary>
internal sealed class AwardDecision(RecognitionDb database, Caller caller, IEventLog events, TimeProvider time)
{
    private const int MaxNominations = 1000;
    private const int NamesInMessage = 10;

    /// <exception cref="Problem">
    /// <c>not-passed</c>, <c>already-rewarded</c>, <c>decision-number-taken</c> (409), <c>outside-your-units</c> (403), <c>not-found</c>
    /// (404).
    /// </exception>
    public async Task<DecisionResult> DecideAsync(DecideAwards request, CancellationToken ct)
    {
        var number = Problem.Text(request.Number, "number", 60);
        var signer = Problem.Text(request.Signer, "signer", 200);
        var today = time.Today();
        Problem.Unless(request.SignedOn <= today, "signedOn", FieldCodes.TooLate, ("latest", today));
        Guid[] ids = [.. (request.NominationIds ?? []).Distinct()];
        Problem.Unless(ids.Length is >= 1 and <= MaxNominations, "nominationIds", FieldCodes.Count, ("min", 1), ("max", MaxNominations));
        return await database.AtomicallyAsync(
            async () =>
            {
                var nominations = await LockAsync(ids, ct);
                var decision = await NewDecisionAsync(number, signer, request.SignedOn, nominations, ct);
                await DemandNotRewardedAsync(nominations, ct);
                DemandPassed(nominations);
                var awards = nominations.ConvertAll(nomination => Grant(nomination, decision));
                await database.SaveChangesAsync(ct);
                return new DecisionResult(number, [.. awards.Select(award => award.ToView(caller))]);
            },
            ct
        );
    }

    // votes wait until the decision is made, and a second decision until the first is
    private async Task<List<Nomination>> LockAsync(Guid[] ids, CancellationToken ct)
    {
        var nominations = await database
            .Nominations.FromSql($"select * from nominations where id = any({ids}) order by id for update")
            .ToListAsync(ct);
        if (nominations.Count < ids.Length)
        {
            throw Problem.NotFound($"nomination {ids.Except(nominations.Select(nomination => nomination.Id)).First()}");
        }

        foreach (var path in nominations.Select(nomination => nomination.UnitPath).Distinct())
        {
            caller.Demand(path);
        }

        return nominations;
    }

    private async Task<Decision> NewDecisionAsync(
        string number,
        string signer,
        DateOnly signedOn,
        List<Nomination> nominations,
        CancellationToken ct
    )
    {
        Guid[] councilIds = [.. nominations.Select(nomination => nomination.CouncilId).Distinct()];
        var issuers = await database
            .Councils.AsNoTracking()
            .Where(council => councilIds.Contains(council.Id))
            .Select(council => new { council.UnitPath, council.UnitName })
            .Distinct()
            .ToListAsync(ct);
        Problem.Unless(issuers.Count == 1, "nominationIds", RecognitionProblems.OneIssuer);
        var issuer = issuers[0];
        AwardActions.Decide.Demand(caller, issuer.UnitPath);
        if (await database.Decisions.AnyAsync(d => d.IssuerPath == issuer.UnitPath && d.Year == signedOn.Year && d.Number == number, ct))
        {
            throw new Problem(
                RecognitionProblems.DecisionNumberTaken,
                ("issuer", issuer.UnitName),
                ("number", number),
                ("year", signedOn.Year)
            );
        }

        return new Decision
        {
            Number = number,
            Year = signedOn.Year,
            Signer = signer,
            SignedOn = signedOn,
            IssuerPath = issuer.UnitPath,
            IssuerName = issuer.UnitName,
        };
    }

    private async Task DemandNotRewardedAsync(List<Nomination> nominations, CancellationToken ct)
    {
        Guid[] subjects = [.. nominations.Select(nomination => nomination.SubjectId)];
        Guid[] campaigns = [.. nominations.Select(nomination => nomination.CampaignId).Distinct()];
        var granted = await database
            .Awards.AsNoTracking()
            .Where(award => campaigns.Contains(award.CampaignId) && subjects.Contains(award.SubjectId) && award.RevokedOn == null)
            .Select(award => new
            {
                award.CampaignId,
                award.SubjectId,
                award.Title,
            })
            .ToListAsync(ct);
        var twice = nominations.FindAll(nomination =>
            nomination.State == NominationStates.Awarded
            || granted.Exists(award =>
                (award.CampaignId, award.SubjectId, award.Title) == (nomination.CampaignId, nomination.SubjectId, nomination.Title)
            )
        );
        if (twice.Count > 0)
        {
            throw NominationIntake.AlreadyRewarded(Names(twice));
        }
    }

    private static void DemandPassed(List<Nomination> nominations)
    {
        var notPassed = nominations.FindAll(nomination => nomination.State != NominationStates.Passed);
        if (notPassed.Count > 0)
        {
            throw new Problem(RecognitionProblems.NotPassed, ("whom", Names(notPassed)))
            {
                Extensions = { ["nominations"] = notPassed.ConvertAll(nomination => nomination.Id) },
            };
        }
    }

    private static string[] Names(List<Nomination> nominations) =>
        [
            .. nominations.Take(NamesInMessage).Select(nomination => $"{nomination.SubjectName} ({nomination.TitleName})"),
            .. nominations.Count > NamesInMessage ? [$"+{nominations.Count - NamesInMessage}"] : Array.Empty<string>(),
        ];

    private Award Grant(Nomination nomination, Decision decision)
    {
        nomination.Award();
        var award = new Award
        {
            CampaignId = nomination.CampaignId,
            NominationId = nomination.Id,
            DecisionId = decision.Id,
            Decision = decision,
            SubjectKind = nomination.SubjectKind,
            SubjectId = nomination.SubjectId,
            SubjectName = nomination.SubjectName,
            UnitId = nomination.UnitId,
            UnitPath = nomination.UnitPath,
            UnitName = nomination.UnitName,
            District = nomination.District,
            Title = nomination.Title,
            TitleName = nomination.TitleName,
            Achievement = nomination.Achievement,
            VerificationCode = VerificationCodes.New(),
        };
        database.Awards.Add(award);
        events.Append(
            new AwardGranted
            {
                District = award.District,
                CampaignId = award.CampaignId,
                AggregateId = award.Id,
                Version = award.Version,
                SubjectKind = award.SubjectKind,
                SubjectId = award.SubjectId,
                SubjectName = award.SubjectName,
                UnitId = award.UnitId,
                UnitPath = award.UnitPath,
                Title = award.Title,
                TitleName = award.TitleName,
                Decision = decision.Number,
                GrantedOn = decision.SignedOn,
            }
        );
        return award;
    }
}
