using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Testing;

namespace Campaign.Hosting.Tests.Problems;

/// <summary>Every reason for which a request is refused has one sentence in each language, and every sentence its reason.</summary>
[Trait("Run", "Quick")]
public sealed class SentencesTests
{
    private const string Field = "field.";
    private const string Name = "name.";
    private const string InList = "name-in-list";

    /// <summary>Columns of files that no request calls so.</summary>
    private static readonly string[] s_columns = ["unitCode", "parentCode"];

    private static readonly Assembly s_api = typeof(ProblemType).Assembly;

    private static readonly (string Key, FieldInfo Static)[] s_codes =
    [
        .. s_api
            .GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(field => (Key: KeyOf(field), Static: field))
            .Where(code => code.Key is not null)
            .Select(code => (code.Key!, code.Static)),
    ];

    private static readonly (string Key, string Text)[] s_vietnamese = Read(CultureInfo.InvariantCulture);
    private static readonly (string Key, string Text)[] s_english = Read(CultureInfo.GetCultureInfo("en"));

    [Fact]
    public void Every_code_has_a_sentence_in_both_languages_where_the_portal_looks_for_it()
    {
        s_codes.ShouldNotBeEmpty();
        foreach (var language in new[] { "vi", "en" })
        {
            s_codes
                .Where(code => string.IsNullOrWhiteSpace(ProblemSentences.Find(code.Key, CultureInfo.GetCultureInfo(language))))
                .ShouldBeEmpty(language);
        }

        Lacking(s_vietnamese).ShouldBeEmpty();
        Lacking(s_english).ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_have_the_same_sentences_and_names_once_each()
    {
        s_vietnamese.Select(entry => entry.Key).ShouldBe(s_english.Select(entry => entry.Key), ignoreOrder: true);
        Repeated(s_vietnamese.Select(entry => entry.Key)).ShouldBeEmpty();
    }

    [Fact]
    public void Vietnamese_sentence_names_no_param_that_the_English_lacks()
    {
        var english = s_english.ToLookup(entry => entry.Key, entry => entry.Text);

        s_vietnamese
            .SelectMany(entry =>
                ProblemSentences
                    .Names(entry.Text)
                    .Where(param => english[entry.Key].Any(text => !ProblemSentences.Names(text).Contains(param)))
                    .Select(param => $"{entry.Key}: {param}")
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_slug_and_a_field_code_stand_for_one_reason() => Repeated(s_codes.Select(code => code.Key)).ShouldBeEmpty();

    [Fact]
    public void No_sentence_is_without_its_code()
    {
        var codes = s_codes.Select(code => code.Key).ToHashSet();

        s_vietnamese
            .Select(entry => entry.Key)
            .Where(key => key != InList && !key.StartsWith(Name, StringComparison.Ordinal) && !codes.Contains(key))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_is_used()
    {
        var sources = new[] { "services", "shared" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToArray();

        s_codes
            .Select(code => $"{code.Static.DeclaringType!.Name}.{code.Static.Name}")
            .Where(use => !sources.Any(source => source.Contains(use, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_has_a_name_is_a_field_or_parameter_of_a_request()
    {
        var types = s_api.GetTypes();
        var fields = types
            .SelectMany(type => type.GetProperties())
            .Select(property => $"{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}");
        var parameters = types
            .Where(typeof(ApiClient).IsAssignableFrom)
            .SelectMany(client => client.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.Name!);
        var known = fields.Concat(parameters).Concat(s_columns).ToHashSet();

        s_vietnamese
            .Where(entry => entry.Key.StartsWith(Name, StringComparison.Ordinal))
            .Select(entry => entry.Key[Name.Length..])
            .Where(name => !known.Contains(name))
            .ShouldBeEmpty();
    }

    private static string? KeyOf(FieldInfo field) =>
        field.FieldType == typeof(ProblemType) ? ((ProblemType)field.GetValue(null)!).Slug
        : field.FieldType == typeof(FieldCode) ? Field + ((FieldCode)field.GetValue(null)!).Code
        : null;

    private static (string Key, string Text)[] Read(CultureInfo culture) =>
        [
            .. s_api
                .GetManifestResourceNames()
                .Where(name => name.EndsWith("Problems.resources", StringComparison.Ordinal))
                .Select(name => new ResourceManager(name[..^".resources".Length], s_api))
                .SelectMany(texts => texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>())
                .Select(entry => ((string)entry.Key, (string)entry.Value!)),
        ];

    private static IEnumerable<string> Lacking((string Key, string Text)[] sentences) =>
        s_codes
            .Select(code => code.Key)
            .Except(sentences.Where(entry => !string.IsNullOrWhiteSpace(entry.Text)).Select(entry => entry.Key));

    private static IEnumerable<string> Repeated(IEnumerable<string> keys) =>
        keys.GroupBy(key => key).Where(same => same.Count() > 1).Select(same => same.Key);
}
