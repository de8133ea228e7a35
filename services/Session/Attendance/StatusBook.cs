using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Attendance;

/// <summary>The catalogue of the statuses with all its days; a handful of rows.</summary>
public sealed class StatusBook(IReadOnlyCollection<AttendanceStatus> rows)
{
    public static async Task<StatusBook> ReadAsync(SessionDb database, CancellationToken ct) =>
        new(await database.Statuses.AsNoTracking().OrderBy(status => status.Position).ToListAsync(ct));

    /// <summary>In use on the day, in the order of lists.</summary>
    public IReadOnlyList<AttendanceStatus> On(DateOnly day) => [.. rows.Where(status => status.HoldsOn(day))];

    /// <exception cref="Problem"><c>invalid-request</c>: not in use on the day.</exception>
    public AttendanceStatus Demand(string? code, DateOnly day, string field)
    {
        var used = On(day);
        var known = Problem.OneOf(code, field, [.. used.Select(status => status.Code)]);
        return used.First(status => status.Code == known);
    }

    /// <summary>What a recorded status is in the figures; a meaning never changes, so the day does not matter.</summary>
    public string? CountsAs(string? code) => code is null ? null : rows.FirstOrDefault(status => status.Code == code)?.CountsAs;

    /// <summary>Whether it is present, excused or absent and no more.</summary>
    public bool IsUsual(string code) => rows.Any(status => status.Code == code && status.Usual);

    /// <summary>What is recorded on a day of somebody of whom only the meaning is known.</summary>
    /// <param name="meaning">One of <see cref="Meanings"/>.</param>
    public string Usual(string meaning, DateOnly day) =>
        (
            On(day).Where(status => status.CountsAs == meaning).MaxBy(status => status.Usual)
            ?? throw new InvalidOperationException(
                $"The catalogue of attendance statuses has none that counts as {meaning} on {day:yyyy-MM-dd}."
            )
        ).Code;

    /// <summary>The statuses that were in use on some of these days, each once, in the order of lists.</summary>
    public IReadOnlyList<AttendanceStatus> Between(DateOnly from, DateOnly to) =>
        [
            .. rows.Where(status => status.ValidFrom <= to && (status.ValidTo is null || status.ValidTo > from))
                .DistinctBy(status => status.Code),
        ];
}
