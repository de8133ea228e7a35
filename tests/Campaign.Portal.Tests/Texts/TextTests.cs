using System.Text.RegularExpressions;
using System.Xml.Linq;
using Campaign.Api.Directive;
using Campaign.Api.Evaluation;
using Campaign.Api.Organization;
using Campaign.Api.Recognition;
using Campaign.Testing;

namespace Campaign.Portal.Tests.Texts;

/// <summary>Every visible word in both languages, none missing and none left over.</summary>
public sealed partial class TextTests
{
    private static readonly string s_portal = Path.Combine(Repository.Root, "services", "Portal");

    public static TheoryData<string> Resources() =>
        [
            .. Directory
                .GetFiles(s_portal, "*.en.resx", SearchOption.AllDirectories)
                .Where(Source)
                .Select(file => Path.GetRelativePath(s_portal, file)[..^".en.resx".Length]),
        ];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Both_languages_have_the_same_words(string resource)
    {
        var vietnamese = Texts(resource, "");
        var english = Texts(resource, ".en");

        english.Select(text => text.Name).ShouldBe(vietnamese.Select(text => text.Name));
        vietnamese.Select(text => text.Name).ShouldBeUnique();
        vietnamese.Concat(english).ShouldAllBe(text => text.Value.Trim().Length > 0);
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Both_languages_take_the_same_arguments(string resource) =>
        Texts(resource, ".en").Select(text => Arguments(text.Value)).ShouldBe(Texts(resource, "").Select(text => Arguments(text.Value)));

    [Theory]
    [InlineData("App", "App/AppText")]
    [InlineData("Home", "Home/HomeText")]
    [InlineData("Directives", "Directives/DirectiveText")]
    [InlineData("Commitments", "Commitments/CommitmentText")]
    [InlineData("Organization", "Organization/OrganizationText")]
    [InlineData("Reorganisation", "Reorganisation/ReorganisationText")]
    [InlineData("Imports", "Imports/ImportsText")]
    [InlineData("Sessions", "Sessions/SessionText")]
    [InlineData("Planning", "Planning/PlanText")]
    [InlineData("Invitations", "Invitations/InvitationText")]
    [InlineData("Holding", "Holding/HoldingText")]
    [InlineData("SessionReports", "SessionReports/SessionReportText")]
    [InlineData("OfflineRoster", "OfflineRoster/OfflineRosterText")]
    [InlineData("Evaluation", "Evaluation/EvaluationText")]
    [InlineData("Recognition", "Recognition/RecognitionText")]
    [InlineData("Reports", "Reports/ReportText")]
    [InlineData("Accounts", "Accounts/AccountText")]
    [InlineData("Operations", "Operations/OperationsText")]
    [InlineData("", "Shared/SharedText")]
    public void Pages_use_the_words_that_are_there_and_no_others(string folder, string resource)
    {
        var code = string.Concat(
            Directory
                .GetFiles(Path.Combine(s_portal, folder), "*.razor", SearchOption.AllDirectories)
                .Where(Source)
                .Select(File.ReadAllText)
        );
        var asked = (folder.Length == 0 ? SharedWord() : OwnWord()).Matches(code).Select(match => match.Groups[1].Value).ToHashSet();
        var there = Texts(resource, "").Select(text => text.Name).ToHashSet();

        asked.Except(there).ShouldBeEmpty("asked for, but in no resource file");
        there
            .Where(name => !code.Contains($"\"{name}\"", StringComparison.Ordinal))
            .ShouldBeEmpty("in the resource file, but asked for nowhere");
    }

    [Fact]
    public void Every_code_of_the_contracts_has_a_name()
    {
        (string Catalogue, IReadOnlyList<string> Codes)[] catalogues =
        [
            ("import-state", ImportJobStates.All),
            ("assignment-state", AssignmentStates.All),
            ("commitment-state", CommitmentStates.All),
            ("review-state", ReviewStates.All),
            ("nomination-state", NominationStates.All),
            ("decision-state", Campaign.Api.Organization.DecisionStates.All),
        ];
        var names = Texts("Shared/CodeText", "").Select(text => text.Name).ToHashSet();

        catalogues.SelectMany(catalogue => catalogue.Codes.Select(code => $"{catalogue.Catalogue}.{code}")).Except(names).ShouldBeEmpty();
    }

    [Fact]
    public void Every_finding_has_a_sentence_and_no_sentence_is_left_over()
    {
        var code = string.Concat(
            new[] { "services", "shared", "Campaign.AppHost" }
                .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
                .Where(Source)
                .Select(File.ReadAllText)
        );
        var findings = Finding().Matches(code).Select(match => $"finding.{match.Groups[1].Value}").ToHashSet();

        findings.Count.ShouldBeGreaterThan(20);
        Texts("Shared/CodeText", "")
            .Select(text => text.Name)
            .Where(name => name.StartsWith("finding.", StringComparison.Ordinal))
            .ShouldBe(findings, ignoreOrder: true);
    }

    private static List<(string Name, string Value)> Texts(string resource, string language) =>
        [
            .. XDocument
                .Load(Path.Combine(s_portal, $"{resource}{language}.resx"))
                .Root!.Elements("data")
                .Select(data => ((string)data.Attribute("name")!, (string)data.Element("value")!)),
        ];

    private static string Arguments(string text) => string.Concat(Argument().Matches(text).Select(match => match.Value).Order());

    private static bool Source(string file) =>
        !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    [GeneratedRegex(@"\bT\[""(\w+)""")]
    private static partial Regex OwnWord();

    [GeneratedRegex(@"\bW\[""(\w+)""")]
    private static partial Regex SharedWord();

    [GeneratedRegex("new Finding\\(\\s*\"([a-z-]+)\"")]
    private static partial Regex Finding();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Argument();
}
