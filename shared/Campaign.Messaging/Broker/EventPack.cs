using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaign.Messaging.Broker;

/// <summary>The body of a message: consecutive events of one district in the order of their log.</summary>
internal sealed class EventPack
{
    /// <summary>Null in a message that is no pack.</summary>
    public PackedEvent[]? Events { get; init; }
}

/// <summary>One event on its way.</summary>
internal sealed class PackedEvent
{
    public required Guid Id { get; init; }

    public required string Type { get; init; }

    /// <summary>When the event was written to its log, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public string? TraceParent { get; init; }

    /// <summary>The event's JSON, passed on as it was written.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public required string Payload { get; init; }
}

/// <summary>Carries a JSON text through another without reading it into objects.</summary>
internal sealed class RawJsonConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value, skipInputValidation: true);
}
