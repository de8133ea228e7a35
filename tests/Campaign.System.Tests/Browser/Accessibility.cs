using Campaign.Testing;

namespace Campaign.System.Tests.Browser;

/// <summary>axe-core's verdict on a page, as it is and as somebody sees it who has made everything twice as large.</summary>
internal static class Accessibility
{
    private static readonly string s_axe = Path.Combine(
        Repository.Root,
        "tests",
        "Campaign.System.Tests",
        "node_modules",
        "axe-core",
        "axe.min.js"
    );

    /// <summary>Fails on what axe calls serious or critical.</summary>
    public static async Task DemandAccessibleAsync(this Window window)
    {
        File.Exists(s_axe).ShouldBeTrue($"{s_axe} is missing: run 'npm ci' in tests/Campaign.System.Tests, as ./test does");
        foreach (var zoom in new[] { 1, 2 })
        {
            await window.Page.EvaluateAsync($"() => document.documentElement.style.fontSize = '{zoom * 100}%'");
            // a browser tool runs it: the page's own policy lets no foreign script in
            await window.Page.EvaluateAsync(await File.ReadAllTextAsync(s_axe));
            var violations = await window.Page.EvaluateAsync<string[]>(
                """
                async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                  .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
                  .map(violation => `${violation.id}: ${violation.nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
                """
            );
            violations.ShouldBeEmpty($"at {zoom * 100} %: {window.Page.Url}");
        }

        await window.Page.EvaluateAsync("() => document.documentElement.style.fontSize = ''");
    }
}
