using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using Campaign.Api.City;
using Campaign.Api.Directive;
using Campaign.Api.Evaluation;
using Campaign.Api.Identity;
using Campaign.Api.Imports;
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

    // params that are fields too
    private static readonly string[] s_fields = ["start", "other"];

    private static readonly ResourceManager[] s_texts =
    [
        .. new[]
        {
            typeof(SharedProblems),
            typeof(MessagingProblems),
            typeof(ImportProblems),
            typeof(OrganizationProblems),
            typeof(DirectiveProblems),
            typeof(SessionProblems),
            typeof(AttendanceFileProblems),
            typeof(EvaluationProblems),
            typeof(RecognitionProblems),
            typeof(CityProblems),
            typeof(IdentityProblems),
        }.Select(type => new ResourceManager(type)),
    ];

    // as JSON has them: with as many digits as they need
    private static readonly string[] s_moments = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    /// <summary>The sentence of a problem; null when the slug is not known here: of a service that is newer.</summary>
    public static string? OfProblem(string slug, IReadOnlyDictionary<string, object?> parameters, CultureInfo culture) =>
        Find(slug, culture) is { } template ? Fill(template, parameters, culture) : null;

    /// <summary>The sentence of a field's error, with the field as people call it; null when the code is not known here.</summary>
    public static string? OfField(FieldError error, CultureInfo culture) =>
        OfField(error.Code, error.Field, path => NameOf(path, culture), error.Params, culture);

    /// <summary>The sentence of a mistake in a file, with the column as people call it; null when the code is not known here.</summary>
    public static string? OfMistake(ImportError error, CultureInfo culture) =>
        OfField(error.Code, error.Column, path => NameOf(path, culture), error.Params, culture);

    /// <summary>What people call a field (<c>name.{field}</c>), with the place in its list; the path itself where it has no name.</summary>
    /// <param name="path">Or the name of a file's column: <c>full_name</c> is called what <c>fullName</c> is.</param>
    public static string NameOf(string path, CultureInfo culture)
    {
        var field = Underscore().Replace(path[(path.LastIndexOf('.') + 1)..], letter => letter.Groups[1].Value.ToUpperInvariant());
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

    private static string? OfField(
        string code,
        string field,
        Func<string, string> name,
        IReadOnlyDictionary<string, object?> parameters,
        CultureInfo culture
    )
    {
        if (Find($"{Field}.{code}", culture) is not { } template)
        {
            return null;
        }

        var named = new Dictionary<string, object?>(parameters) { [Field] = name(field) };
        foreach (var other in s_fields.Where(other => named.GetValueOrDefault(other) is not null))
        {
            named[other] = name(named[other]!.ToString()!);
        }

        return Fill(template, named, culture);
    }

    /// <summary>As a service says it.</summary>
    /// <exception cref="ArgumentException">There is no sentence, or it names what <paramref name="parameters"/> lack.</exception>
    public static string InEnglish(ProblemType type, IReadOnlyDictionary<string, object?> parameters) =>
        Complete(type.Slug, OfProblem(type.Slug, parameters, s_english));

    /// <inheritdoc cref="InEnglish(ProblemType, IReadOnlyDictionary{string, object?})"/>
    public static string InEnglish(FieldCode code, string field, IReadOnlyDictionary<string, object?> parameters) =>
        Complete(code.Code, OfField(code.Code, field, path => path.Length == 0 ? "body" : $"'{path}'", parameters, s_english));

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
            // without the zeros that a database column appends
            decimal amount => amount.ToString("0.####", culture),
            IFormattable number => number.ToString(null, culture),
            IEnumerable list => string.Join(", ", list.Cast<object?>().Select(item => Text(item, culture))),
            _ => value.ToString()!,
        };

    // days and times come as texts when the problem was sent
    private static string Moment(string text, CultureInfo culture) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? Text(day, culture)
        : text.Length >= 20 && DateTimeOffset.TryParseExact(text, s_moments, CultureInfo.InvariantCulture, default, out var time)
            ? Text(time, culture)
        : text;

    private static string Text(DateTimeOffset time, CultureInfo culture) =>
        time.ToOffset(TimeSpan.FromHours(7))
            .ToString(IsVietnamese(culture) ? "HH:mm dd/MM/yyyy" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static bool IsVietnamese(CultureInfo culture) => culture.TwoLetterISOLanguageName == "vi";

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("_([a-z])")]
    private static partial Regex Underscore();

    [GeneratedRegex(@"\[([0-9]{1,6})\](?!.*\[)")]
    private static partial Regex EntryOf();
}
