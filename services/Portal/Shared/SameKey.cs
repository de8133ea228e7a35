using System.Text.Json;

namespace Campaign.Portal.Shared;

/// <summary>
/// One Idempotency-Key as long as the same is sent: when the answer was lost and the button is pressed again, nothing is recorded twice.
/// What was changed in between is another request, and what was refused left no trace under its key.
/// </summary>
internal sealed class SameKey
{
    private static readonly JsonSerializerOptions s_values = new() { IncludeFields = true };

    private string? _sent;
    private string _key = "";

    /// <param name="request">Compared by its values.</param>
    public string Of(object request)
    {
        var values = JsonSerializer.Serialize(request, s_values);
        if (values != _sent)
        {
            (_sent, _key) = (values, Guid.CreateVersion7().ToString());
        }

        return _key;
    }

    /// <summary>It was answered: the same once more is meant.</summary>
    public void Answered() => _sent = null;
}
