using System.Diagnostics;

namespace Campaign.Testing;

/// <summary>Waits for something that becomes true by itself, and says what it saw when it does not.</summary>
public static class Eventually
{
    /// <summary>How long to wait when nothing else is said.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Looks again and again until <paramref name="holds"/>.</summary>
    /// <param name="what">What is waited for, as the failure will say it.</param>
    /// <param name="look">Reads the present state; what it throws counts as "not yet".</param>
    /// <param name="holds">Whether that state is the one waited for.</param>
    /// <param name="patience">Default 20 seconds.</param>
    /// <returns>The state that held.</returns>
    /// <exception cref="TimeoutException">It did not come true in time; the message tells what was seen last.</exception>
    public static async Task<T> TrueAsync<T>(string what, Func<Task<T>> look, Func<T, bool> holds, TimeSpan? patience = null)
    {
        var limit = patience ?? Patience;
        var watch = Stopwatch.StartNew();
        string last;
        do
        {
            try
            {
                var seen = await look();
                if (holds(seen))
                {
                    return seen;
                }

                last = $"saw {Show(seen)}";
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                last = $"got {exception.GetType().Name}: {exception.Message}";
            }

            await Task.Delay(25);
        } while (watch.Elapsed < limit);
        throw new TimeoutException($"Waited {limit.TotalSeconds:0.#} s for {what}, but last {last}.");
    }

    /// <inheritdoc cref="TrueAsync{T}(string, Func{Task{T}}, Func{T, bool}, TimeSpan?)"/>
    public static Task<T> TrueAsync<T>(string what, Func<T> look, Func<T, bool> holds, TimeSpan? patience = null) =>
        TrueAsync(what, () => Task.FromResult(look()), holds, patience);

    /// <summary>Waits until a value is seen.</summary>
    public static Task<T> EqualsAsync<T>(string what, Func<Task<T>> look, T expected, TimeSpan? patience = null) =>
        TrueAsync($"{what} to be {Show(expected)}", look, seen => EqualityComparer<T>.Default.Equals(seen, expected), patience);

    private static string Show(object? value) =>
        value switch
        {
            null => "nothing",
            string text => $"'{text}'",
            System.Collections.IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Take(50))}]",
            _ => value.ToString() ?? "",
        };
}
