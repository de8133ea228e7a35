using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Campaign.System.Tests.Browser;

/// <summary>axe-core's verdict on a page, as it is and as somebody sees it who has made everything twice as large.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions s_violations = new() { ResultTypes = new HashSet<ResultType> { ResultType.Violations } };

    /// <summary>Fails on what axe calls serious or critical.</summary>
    public static async Task DemandAccessibleAsync(this Window window)
    {
        foreach (var zoom in new[] { 1, 2 })
        {
            await window.Page.EvaluateAsync($"() => document.documentElement.style.fontSize = '{zoom * 100}%'");
            var verdict = await window.Page.RunAxe(s_violations);
            verdict
                .Violations.Where(violation => violation.Impact is "serious" or "critical")
                .Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")
                .ShouldBeEmpty($"at {zoom * 100} %: {window.Page.Url}");
        }

        await window.Page.EvaluateAsync("() => document.documentElement.style.fontSize = ''");
    }
}
