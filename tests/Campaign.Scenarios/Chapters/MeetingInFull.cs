using Campaign.Api.Session;
using Campaign.Scenarios.Plans;

namespace Campaign.Scenarios.Chapters;

/// <summary>
/// One meeting of each district as it should be: prepared, held by its agenda, with speakers, a vote and a resolution whose action
/// item is followed in Directive, and judged. It is the last but one of its cell, so that the last one shows what became of it.
/// </summary>
internal static class MeetingInFull
{
    private const int Speakers = 6;

    // of a smaller cell nobody might come
    private const int Fewest = 6;

    /// <summary>The meeting of the plan that is told in full; null where no cell meets twice.</summary>
    public static Meeting? Of(IEnumerable<Meeting> meetings) =>
        meetings
            .Where(meeting => meeting.Kind == "thematic-meeting" && meeting.Participants.Count >= Fewest)
            .GroupBy(meeting => meeting.Unit.Path)
            .Where(cell => cell.Count() > 1)
            .MinBy(cell => cell.Key, StringComparer.Ordinal)
            ?.OrderByDescending(meeting => meeting.StartsAt)
            .Skip(1)
            .First();

    /// <summary>What is written down before the meeting is closed; its roster is taken.</summary>
    public static async Task HoldAsync(
        SessionClient secretary,
        Guid session,
        Meeting meeting,
        IReadOnlyList<RosterEntry> roster,
        Stage stage
    )
    {
        Guid[] present = [.. roster.Where(entry => entry.Status == "present").Select(entry => entry.MemberId)];
        var preparation = await PrepareAsync(secretary, session, meeting, present, stage);
        foreach (var (index, item) in preparation.Items.Index())
        {
            await secretary.ClockAgendaAsync(
                session,
                new ClockAgenda(item.Id, "minutes", item.PlannedMinutes + index - 1),
                stage.Key("clock", session, index),
                stage.Ct
            );
        }

        var discussion = preparation.Items[1].Id;
        foreach (var (index, member) in present.Take(Speakers).Index())
        {
            var proposes = index == Speakers - 1;
            await secretary.ContributeAsync(
                session,
                new Contribute(
                    proposes ? "proposal" : "speech",
                    member,
                    null,
                    discussion,
                    proposes
                        ? "Đề nghị lập tổ tự quản giữ ngõ sạch (minh họa)"
                        : "Nhất trí với nội dung, liên hệ việc của tổ dân phố (minh họa)"
                ),
                stage.Key("speaks", session, index),
                stage.Ct
            );
        }

        await secretary.RecordVoteAsync(
            session,
            new RecordVote("Thông qua nghị quyết của buổi sinh hoạt", preparation.Items[2].Id, present.Length, 0, 0),
            stage.Key("vote", session),
            stage.Ct
        );
        if ((await secretary.ProceedingsAsync(session, stage.Ct)).Resolution.Version == 0)
        {
            var due = DateOnly.FromDateTime(meeting.StartsAt.UtcDateTime).AddDays(60);
            await secretary.WriteResolutionAsync(
                session,
                0,
                new WriteResolution(
                    "Chi bộ thống nhất giữ ngõ xanh, sạch, đẹp; mỗi đảng viên nhận một việc cụ thể (minh họa).",
                    [
                        new ActionItemDraft(null, "Lập tổ tự quản giữ ngõ sạch (minh họa)", present[0], null, due, 2, "tổ"),
                        new ActionItemDraft(null, "Báo cáo kết quả với Đảng ủy phường (minh họa)", null, null, due),
                    ]
                ),
                stage.Ct
            );
        }
    }

    /// <summary>What follows from a meeting that is closed: the unit confirms its quality, and Directive has what was resolved.</summary>
    public static async Task FollowAsync(SessionClient secretary, Guid session, DistrictPlan district, Stage stage)
    {
        if ((await secretary.QualityAsync(session, stage.Ct)).State == "to-confirm")
        {
            await secretary.AnswerQualityAsync(
                session,
                new AnswerQuality("order", true, "Bắt đầu đúng giờ, đủ các bước (minh họa)"),
                stage.Key("order", session),
                stage.Ct
            );
            var quality = await secretary.AnswerQualityAsync(
                session,
                new AnswerQuality("theme", true, "Gắn với việc giữ ngõ sạch của tổ dân phố (minh họa)"),
                stage.Key("theme", session),
                stage.Ct
            );
            await secretary.ConfirmQualityAsync(session, new ConfirmQuality(quality.Points), stage.Key("quality", session), stage.Ct);
        }

        foreach (var item in (await secretary.ProceedingsAsync(session, stage.Ct)).Resolution.Items)
        {
            await Later.ArrivedAsync(() => stage.Cast.As(district.Officer).Directive.CommitmentAsync(item.Id, stage.Ct), stage.Ct);
        }
    }

    private static async Task<PreparationView> PrepareAsync(
        SessionClient secretary,
        Guid session,
        Meeting meeting,
        Guid[] present,
        Stage stage
    )
    {
        var preparation = await secretary.PreparationAsync(session, stage.Ct);
        foreach (var step in preparation.Steps.Where(step => step.DoneAt is null))
        {
            await secretary.TickStepAsync(session, new TickStep(step.Code, true), stage.Key("step", session, step.Code), stage.Ct);
        }

        return preparation.Version > 0
            ? preparation
            : await secretary.PrepareAsync(
                session,
                0,
                new Prepare(
                    [
                        new(null, $"Chuyên đề: {meeting.Topic}", 30, present[0]),
                        new(null, "Thảo luận, liên hệ", 45),
                        new(null, "Kết luận, biểu quyết nghị quyết", 15),
                    ],
                    [new("Tài liệu của chuyên đề (minh họa)", null, "https://example.vn/chuyen-de.pdf")]
                ),
                stage.Ct
            );
    }
}
