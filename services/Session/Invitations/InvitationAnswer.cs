using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Invitations;

/// <summary>What somebody invited answered before the session. It proposes a status to the secretary, and never sets one.</summary>
/// <remarks>The row stores who answered and when, so it is not audited a second time.</remarks>
[NotAudited]
public sealed class InvitationAnswer
{
    /// <summary>Longest question or comment.</summary>
    public const int MaxQuestion = 1000;

    public required Guid SessionId { get; init; }

    /// <summary>A member who is expected, or a guest.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Of <see cref="InvitationAnswers"/>.</summary>
    public string Answer { get; private set; } = InvitationAnswers.Coming;

    /// <summary>Why they do not come.</summary>
    public string? Reason { get; private set; }

    /// <summary>What they want to ask or say beforehand.</summary>
    public string? Question { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AnsweredAt { get; private set; }

    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public void Give(AnswerInvitation answer, DateTimeOffset now)
    {
        Answer = Problem.OneOf(answer.Answer, "answer", InvitationAnswers.All);
        Reason = Answer == InvitationAnswers.Excused ? Problem.Text(answer.Reason, "reason", Roster.MaxReason) : null;
        Question = Problem.Text(answer.Question, "question", MaxQuestion, min: 0) is { Length: > 0 } question ? question : null;
        AnsweredAt = now;
    }

    internal static void Configure(EntityTypeBuilder<InvitationAnswer> answer)
    {
        answer.ToTable("invitation_answers");
        answer.HasKey(a => new { a.SessionId, a.PersonId });
        answer.Property(a => a.Answer).HasMaxLength(10);
        answer.Property(a => a.Reason).HasMaxLength(Roster.MaxReason);
        answer.Property(a => a.Question).HasMaxLength(MaxQuestion);
        answer.HasOne<Session>().WithMany().HasForeignKey(a => a.SessionId);
    }
}
