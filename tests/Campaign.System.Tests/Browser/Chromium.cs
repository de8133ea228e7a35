using Campaign.Testing;
using Microsoft.Playwright;

namespace Campaign.System.Tests.Browser;

/// <summary>The machine's own Chromium, and pages that note what went wrong in them.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Executable,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--mute-audio"],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A person's own window: cookies of its own.</summary>
    public async Task<Window> OpenAsync(Uri origin, int width, int height)
    {
        var context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = origin.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = height },
                Locale = "vi-VN",
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout((float)TimeSpan.FromSeconds(30).TotalMilliseconds);
        return new Window(context, await context.NewPageAsync());
    }
}

/// <summary>One page and what its console complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly string s_screenshots = Path.Combine(Repository.Root, "tests", "Campaign.System.Tests", "screenshots");
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    internal Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Note(true, $"uncaught: {error}");
        page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status}: {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors of the console and refused or broken requests.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    public async Task SignInAsync(string userName, string password)
    {
        await Page.GotoAsync("/");
        await Page.Locator("#user-name").FillAsync(userName);
        await Page.Locator("#password").FillAsync(password);
        await Page.Locator("button[type=submit]").First.ClickAsync();
        await Page.Locator("main h1").WaitForAsync();
    }

    /// <summary>Pulls the plug of this window, or puts it back.</summary>
    public Task SetOfflineAsync(bool offline) => _context.SetOfflineAsync(offline);

    public Task ResizeAsync(int width, int height) => Page.SetViewportSizeAsync(width, height);

    /// <summary>Pixels by which the content is wider than the window.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Fields that a screen reader could not name.</summary>
    public Task<string[]> UnlabelledAsync() =>
        Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
              .filter(field => field.offsetParent !== null)
              .filter(field => !(field.labels && field.labels.length && [...field.labels].some(label => label.textContent.trim()))
                && !field.getAttribute('aria-label') && !field.getAttribute('aria-labelledby') && !field.title)
              .map(field => field.outerHTML.slice(0, 200))
            """
        );

    public Task ScreenshotAsync(string name, bool whole = true)
    {
        Directory.CreateDirectory(s_screenshots);
        return Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(s_screenshots, name + ".png"), FullPage = whole });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            lock (_complaints)
            {
                _complaints.Add(text);
            }
        }
    }
}
