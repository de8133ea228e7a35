using Campaign.Api;
using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition.Awards;

/// <summary>Reads awards: those of the caller's units, the caller's own, and for anybody what a code verifies.</summary>
internal sealed class AwardReader(RecognitionDb database, Caller caller)
{
    public async Task<Page<AwardView>> ListAsync(Guid? campaign, string? under, string? cursor, int? limit, CancellationToken ct)
    {
        var size = Cursor.Limit(limit);
        var after = Cursor.Id(cursor);
        var rows = await database
            .Awards.AsNoTracking()
            .Include(award => award.Decision)
            .Within(caller, under, award => award.UnitPath)
            .Where(award => (campaign == null || award.CampaignId == campaign) && (after == null || award.Id > after))
            .OrderBy(award => award.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        return Cursor.Page(rows, size, award => award.ToView(caller), award => [award.Id]);
    }

    /// <exception cref="Problem"><c>not-found</c>.</exception>
    public async Task<Award> GetAsync(Guid id, CancellationToken ct)
    {
        var award = await database.Awards.AsNoTracking().Include(a => a.Decision).SingleOrDefaultAsync(a => a.Id == id, ct);
        return award is not null && (Oversees(award.UnitPath) || IsOwn(award)) ? award : throw Problem.NotFound("award");
    }

    /// <summary>Only what the decision makes public: no unit, no achievement, no reason of a revocation.</summary>
    /// <exception cref="Problem"><c>no-such-code</c>.</exception>
    public async Task<Verification> VerifyAsync(string code, CancellationToken ct)
    {
        var award = VerificationCodes.IsOne(code)
            ? await database.Awards.AsNoTracking().Include(a => a.Decision).SingleOrDefaultAsync(a => a.VerificationCode == code, ct)
            : null;
        return award is null
            ? throw new Problem(RecognitionProblems.NoSuchCode)
            : new Verification(
                award.VerificationCode,
                award.RevokedOn is null,
                award.SubjectName,
                award.Title,
                award.TitleName,
                award.Decision!.Number,
                award.Decision.SignedOn,
                award.RevokedOn
            );
    }

    private bool IsOwn(Award award) => award.SubjectKind == SubjectKinds.Member && caller.MemberId == award.SubjectId;

    private bool Oversees(string unitPath) =>
        caller.Posts.Any(post => post.Role != Roles.Member && UnitPath.IsWithin(unitPath, post.UnitPath));
}
