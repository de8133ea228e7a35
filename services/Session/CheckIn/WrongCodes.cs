using System.Collections.Concurrent;
using Campaign.Defaults.Problems;

namespace Campaign.Sessions;

/// <summary>
/// Stops an account that guesses: after <see cref="Tries"/> wrong codes none of its codes is looked at until
/// <see cref="Window"/> after the first. Guessing through a three-hour meeting then finds one code of six digits in about
/// eleven thousand such meetings, per instance of the service. Kept in memory, and only for those who erred.
/// </summary>
public sealed class WrongCodes(TimeProvider time)
{
    public const int Tries = 5;
    private const int ForgetAbove = 10_000;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Count> _counts = new();

    /// <exception cref="Problem"><c>too-many-wrong-codes</c> (429).</exception>
    public void Demand(string account)
    {
        if (_counts.TryGetValue(account, out var count) && count.Wrong >= Tries && !IsOver(count))
        {
            throw new Problem("too-many-wrong-codes", 429,
                $"Too many wrong codes. Wait {(int)Math.Ceiling((count.Since + Window - time.GetUtcNow()).TotalMinutes)} minutes, or ask the secretary to check you in.");
        }
    }

    public void Add(string account)
    {
        if (_counts.Count > ForgetAbove)
        {
            Forget();
        }

        _counts.AddOrUpdate(account,
            _ => new Count(1, time.GetUtcNow()),
            (_, count) => IsOver(count) ? new Count(1, time.GetUtcNow()) : count with { Wrong = count.Wrong + 1 });
    }

    private void Forget()
    {
        foreach (var pair in _counts.Where(pair => IsOver(pair.Value)))
        {
            _counts.TryRemove(pair);
        }
    }

    private bool IsOver(Count count) => time.GetUtcNow() - count.Since >= Window;

    private sealed record Count(int Wrong, DateTimeOffset Since);
}
