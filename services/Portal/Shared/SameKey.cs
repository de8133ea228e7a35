namespace Campaign.Portal.Shared;

/// <summary>
/// One Idempotency-Key as long as the same is sent: when the answer was lost and the button is pressed again, nothing is recorded twice.
/// </summary>
internal sealed class SameKey
{
    private object? _sent;
    private string _key = "";

    /// <param name="request">Compared by its values.</param>
    public string Of(object request)
    {
        if (!request.Equals(_sent))
        {
            (_sent, _key) = (request, Guid.CreateVersion7().ToString());
        }

        return _key;
    }

    /// <summary>It was answered: the same once more is meant.</summary>
    public void Answered() => _sent = null;
}
