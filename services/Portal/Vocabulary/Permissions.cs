using System.Collections.Concurrent;
using Campaign.Api;

namespace Campaign.Portal.Vocabulary;

/// <summary>What the services say that the person may begin, and within which units; a service is asked again after a minute.</summary>
public sealed class Permissions(TimeProvider time)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Type, (DateTimeOffset AskedAt, IReadOnlyList<MayWithin> May)> _answers = new();

    /// <summary>Roots of the subtrees within which the person may, the widest first; none where they may not.</summary>
    public async Task<IReadOnlyList<string>> PathsAsync(ApiClient service, string action, CancellationToken ct = default)
    {
        if (!_answers.TryGetValue(service.GetType(), out var answer) || time.GetUtcNow() - answer.AskedAt >= s_fresh)
        {
            answer = (time.GetUtcNow(), await service.MayAsync(ct));
            _answers[service.GetType()] = answer;
        }

        return answer.May.FirstOrDefault(may => may.Action == action)?.UnitPaths ?? [];
    }
}
