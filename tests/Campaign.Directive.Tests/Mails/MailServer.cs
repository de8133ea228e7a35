using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Campaign.Testing;
using MimeKit;

namespace Campaign.Directives.Tests.Mails;

/// <summary>A real SMTP server on loopback, started and stopped at will on one port; what it took stays known.</summary>
public sealed class MailServer : IDisposable
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "Campaign.Directive.Tests");
    private readonly List<MimeMessage> _taken = [];
    private Process? _process;

    public int Port { get; } = FreePort();

    /// <summary>Mails in the order in which the server took them.</summary>
    public IReadOnlyList<MimeMessage> Taken
    {
        get
        {
            lock (_taken)
            {
                return [.. _taken];
            }
        }
    }

    public async Task StartAsync(string security = "none")
    {
        Directory
            .Exists(Path.Combine(s_folder, "node_modules", "smtp-server"))
            .ShouldBeTrue("the mail server is missing: run 'npm ci' in tests/Campaign.Directive.Tests, as ./test does");
        var start = new ProcessStartInfo("node", [Path.Combine(s_folder, "Mails", "server.js"), $"{Port}", security])
        {
            WorkingDirectory = s_folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var listening = new TaskCompletionSource();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data, listening);
        _process.BeginOutputReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public void Stop()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
            _process = null;
        }
    }

    public void Dispose() => Stop();

    private void Read(string? line, TaskCompletionSource listening)
    {
        if (line == "listening")
        {
            listening.TrySetResult();
        }
        else if (line is { Length: > 0 })
        {
            using var json = JsonDocument.Parse(line);
            using var bytes = new MemoryStream(json.RootElement.GetProperty("message").GetBytesFromBase64());
            lock (_taken)
            {
                _taken.Add(MimeMessage.Load(bytes));
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
