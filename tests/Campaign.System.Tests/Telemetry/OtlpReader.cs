using System.Globalization;
using Google.Protobuf;

namespace Campaign.System.Tests.Telemetry;

/// <param name="Path">The request's path, of HTTP spans.</param>
/// <param name="StartedAt">UTC.</param>
public sealed record SpanRecord(
    string Service,
    string TraceId,
    string SpanId,
    string ParentId,
    string Name,
    string? Path,
    DateTimeOffset StartedAt
);

/// <param name="TraceId">Empty when it was logged outside a trace.</param>
public sealed record LogRecord(string Service, string TraceId, string Body, IReadOnlyList<KeyValuePair<string, string>> Attributes);

/// <summary>
/// Reads the few fields that the tests look at from OTLP messages; numbers are those of opentelemetry-proto 1.x.
/// </summary>
internal static class OtlpReader
{
    private delegate void Field(int number, CodedInputStream input);

    /// <summary>An ExportTraceServiceRequest.</summary>
    public static List<SpanRecord> Spans(byte[] request) => Records(request, (service, record) =>
        {
            string traceId = "",
                spanId = "",
                parentId = "",
                name = "";
            ulong startNanoseconds = 0;
            List<KeyValuePair<string, string>> attributes = [];
            Read(record, (number, input) =>
            {
                switch (number)
                {
                    case 1:
                        traceId = Hex(input);
                        break;
                    case 2:
                        spanId = Hex(input);
                        break;
                    case 4:
                        parentId = Hex(input);
                        break;
                    case 5:
                        name = input.ReadString();
                        break;
                    case 7:
                        startNanoseconds = input.ReadFixed64();
                        break;
                    case 9:
                        attributes.Add(Attribute(input.ReadBytes()));
                        break;
                    default:
                        input.SkipLastField();
                        break;
                }
            });
            return new SpanRecord(
                service,
                traceId,
                spanId,
                parentId,
                name,
                attributes.Find(attribute => attribute.Key == "url.path").Value,
                DateTimeOffset.UnixEpoch.AddTicks((long)(startNanoseconds / 100))
            );
        });

    /// <summary>An ExportLogsServiceRequest.</summary>
    public static List<LogRecord> Logs(byte[] request) => Records(request, (service, record) =>
        {
            string traceId = "",
                body = "";
            List<KeyValuePair<string, string>> attributes = [];
            Read(record, (number, input) =>
            {
                switch (number)
                {
                    case 5:
                        body = Value(input.ReadBytes());
                        break;
                    case 6:
                        attributes.Add(Attribute(input.ReadBytes()));
                        break;
                    case 9:
                        traceId = Hex(input);
                        break;
                    default:
                        input.SkipLastField();
                        break;
                }
            });
            return new LogRecord(service, traceId, body, attributes);
        });

    // both requests: 1 = per resource { 1 = resource { 1 = attributes }, 2 = per scope { 2 = records } }
    private static List<T> Records<T>(byte[] request, Func<string, ByteString, T> convert)
    {
        List<T> records = [];
        Each(ByteString.CopyFrom(request), 1, perResource =>
        {
            var service = "";
            Each(perResource, 1, resource => Each(resource, 1, bytes =>
                {
                    var attribute = Attribute(bytes);
                    service = attribute.Key == "service.name" ? attribute.Value : service;
                }));
            Each(perResource, 2, perScope => Each(perScope, 2, record => records.Add(convert(service, record))));
        });
        return records;
    }

    private static KeyValuePair<string, string> Attribute(ByteString keyValue)
    {
        string key = "",
            value = "";
        Read(keyValue, (number, input) =>
        {
            switch (number)
            {
                case 1:
                    key = input.ReadString();
                    break;
                case 2:
                    value = Value(input.ReadBytes());
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        });
        return new(key, value);
    }

    private static string Value(ByteString anyValue)
    {
        List<string> parts = [];
        Read(anyValue, (number, input) =>
        {
            switch (number)
            {
                case 1:
                    parts.Add(input.ReadString());
                    break;
                case 2:
                    parts.Add(input.ReadBool() ? "true" : "false");
                    break;
                case 3:
                    parts.Add(input.ReadInt64().ToString(CultureInfo.InvariantCulture));
                    break;
                case 4:
                    parts.Add(input.ReadDouble().ToString(CultureInfo.InvariantCulture));
                    break;
                case 5:
                    Each(input.ReadBytes(), 1, item => parts.Add(Value(item)));
                    break;
                case 6:
                    Each(input.ReadBytes(), 1, item => parts.Add(Attribute(item).ToString()));
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        });
        return string.Join(", ", parts);
    }

    private static void Each(ByteString message, int wanted, Action<ByteString> take) => Read(message, (number, input) =>
        {
            if (number == wanted)
            {
                take(input.ReadBytes());
            }
            else
            {
                input.SkipLastField();
            }
        });

    private static void Read(ByteString message, Field field)
    {
        using var input = message.CreateCodedInput();
        while (input.ReadTag() is var tag and not 0)
        {
            field(WireFormat.GetTagFieldNumber(tag), input);
        }
    }

    private static string Hex(CodedInputStream input) => Convert.ToHexStringLower(input.ReadBytes().Span);
}
