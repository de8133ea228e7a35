using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using Campaign.Api.City;
using Campaign.Api.Directive;
using Campaign.Api.Evaluation;
using Campaign.Api.Identity;
using Campaign.Api.Operations;
using Campaign.Api.Organization;
using Campaign.Api.Recognition;
using Campaign.Api.Session;

namespace Campaign.Api.Problems;

/// <summary>
/// The sentence of each problem and field code, in Vietnamese (<c>X.resx</c>) and English (<c>X.en.resx</c>), beside the codes.
/// Services answer in English; whoever shows a problem to people words it in their language by code and params.
/// </summary>
public static partial class ProblemSentences
{
    private const string Field = "field";

    private static readonly ResourceManager[] s_texts =
    [
        .. new[]
        {
            typeof(SharedProblems),
            typeof(MessagingProblems),
            typeof(OrganizationProblems),
            typeof(DirectiveProblems),
            typeof(SessionProblems),
            typeof(EvaluationProblems),
            typeof(RecognitionProblems),
            typeof(CityProblems),
            typeof(IdentityProblems),
        }.Select(type => new ResourceManager(type)),
    ];

    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    /// <summary>The sentence of a problem; null when the slug is not known here: of a service that is newer.</summary>
    public static string? OfProblem(string slug, IReadOnlyDictionary<string, object?> parameters, CultureInfo culture) =>
        Find(slug, culture) is { } template ? Fill(template, parameters, culture) : null;

    /// <summary>The sentence of a field's error, with the field as people call it; null when the code is not known here.</summary>
    public static string? OfField(FieldError error, CultureInfo culture) =>
        OfField(error.Code, NameOf(error.Field, culture), error.Params, culture);

    /// <summary>What people call a field (<c>name.{field}</c>), with the place in its list; the path itself where it has no name.</summary>
    public static string NameOf(string path, CultureInfo culture)
    {
        var field = path[(path.LastIndexOf('.') + 1)..];
        var entry = EntryOf().Match(path);
        return Find($"name.{(field.IndexOf('[', StringComparison.Ordinal) is var end and >= 0 ? field[..end] : field)}", culture)
                is not { } name
                ? $"'{path}'"
            : entry.Success && Find("name-in-list", culture) is { } inList
                ? Fill(
                    inList,
                    new Dictionary<string, object?>
                    {
                        ["name"] = name,
                        ["entry"] = int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture) + 1,
                    },
                    culture
                )
            : name;
    }

    private static string? OfField(string code, string name, IReadOnlyDictionary<string, object?> parameters, CultureInfo culture) =>
        Find($"{Field}.{code}", culture) is { } template
            ? Fill(template, new Dictionary<string, object?>(parameters) { [Field] = name }, culture)
            : null;

    /// <summary>As a service says it.</summary>
    /// <exception cref="ArgumentException">There is no sentence, or it names what <paramref name="parameters"/> lack.</exception>
    public static string InEnglish(ProblemType type, IReadOnlyDictionary<string, object?> parameters) =>
        Complete(type.Slug, OfProblem(type.Slug, parameters, s_english));

    /// <inheritdoc cref="InEnglish(ProblemType, IReadOnlyDictionary{string, object?})"/>
    public static string InEnglish(FieldCode code, string field, IReadOnlyDictionary<string, object?> parameters) =>
        Complete(code.Code, OfField(code.Code, field.Length == 0 ? "body" : $"'{field}'", parameters, s_english));

    /// <summary>What a sentence names: the params that it must be given.</summary>
    public static IReadOnlySet<string> Names(string template) =>
        Placeholder().Matches(template).Select(hole => hole.Groups[1].Value).ToHashSet();

    /// <summary>The sentence with its placeholders; null when there is none.</summary>
    public static string? Find(string key, CultureInfo culture) =>
        s_texts.Select(texts => texts.GetString(key, culture)).FirstOrDefault(text => text is not null);

    private static string Complete(string code, string? sentence) =>
        sentence is not null && !Placeholder().IsMatch(sentence)
            ? sentence
            : throw new ArgumentException($"The problem '{code}' has no sentence, or lacks what its sentence names: {sentence}");

    private static string Fill(string template, IReadOnlyDictionary<string, object?> parameters, CultureInfo culture) =>
        Placeholder()
            .Replace(template, hole => parameters.TryGetValue(hole.Groups[1].Value, out var value) ? Text(value, culture) : hole.Value);

    private static string Text(object? value, CultureInfo culture) =>
        value switch
        {
            null => "–",
            string text => Moment(text, culture),
            JsonElement { ValueKind: JsonValueKind.Array } list => Text(list.EnumerateArray().Cast<object?>(), culture),
            JsonElement { ValueKind: JsonValueKind.String } text => Moment(text.GetString()!, culture),
            JsonElement { ValueKind: JsonValueKind.Number } number => Text(number.GetDecimal(), culture),
            DateOnly day => day.ToString(IsVietnamese(culture) ? "dd/MM/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset time => Text(time, culture),
            IFormattable number => number.ToString(null, culture),
            IEnumerable list => string.Join(", ", list.Cast<object?>().Select(item => Text(item, culture))),
            _ => value.ToString()!,
        };

    // days and times come as texts when the problem was sent
    private static string Moment(string text, CultureInfo culture) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? Text(day, culture)
        : text.Length >= 20 && DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, default, out var time)
            ? Text(time, culture)
        : text;

    private static string Text(DateTimeOffset time, CultureInfo culture) =>
        time.ToOffset(TimeSpan.FromHours(7))
            .ToString(IsVietnamese(culture) ? "HH:mm dd/MM/yyyy" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static bool IsVietnamese(CultureInfo culture) => culture.TwoLetterISOLanguageName == "vi";

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\[([0-9]{1,6})\](?!.*\[)")]
    private static partial Regex EntryOf();
}
