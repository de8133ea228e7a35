using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Campaign.LocalServers;

public sealed record LocalRabbitMqOptions : LocalServerOptions
{
    /// <summary>TCP port of the management API on 127.0.0.1; null: the one of the last start, or a free one.</summary>
    public int? ManagementPort { get; init; }

    /// <summary>The administrator's name. Like the password it is set when the data is created.</summary>
    public string UserName { get; init; } = "campaign";
}

/// <summary>
/// A private RabbitMQ node from the machine's packages: loopback only, with a name server (epmd) and a cookie of its own,
/// so that any number of nodes run beside each other; never as root.
/// </summary>
public sealed class LocalRabbitMq(LocalRabbitMqOptions? options = null) : LocalServer("rabbitmq", options ?? new())
{
    private const string Account = "rabbitmq";

    private readonly LocalRabbitMqOptions options = options ?? new();
    private ServerState? state;
    private ServerProcess? names;

    /// <summary>AMQP. Known after the first start; the same for every later one.</summary>
    public int Port => State.Ports["amqp"];

    public string UserName => options.UserName;
    public int ManagementPort => State.Ports["management"];
    public string Password => options.Password ?? State.Password!;

    public string ConnectionString =>
        string.Create(CultureInfo.InvariantCulture, $"amqp://{UserName}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}");

    /// <summary>Base address of the management API, with user and password.</summary>
    public string ManagementUrl =>
        string.Create(CultureInfo.InvariantCulture, $"http://{UserName}:{Uri.EscapeDataString(Password)}@127.0.0.1:{ManagementPort}");

    /// <summary>The port that a server on this folder had last, where it is still free, else a free one.</summary>
    public static int ChoosePort(string dataDirectory) => ServerState.ChoosePort(Path.Combine(dataDirectory, "server.json"), "amqp");

    /// <summary>As <see cref="ChoosePort"/>, of the management API.</summary>
    public static int ChooseManagementPort(string dataDirectory) =>
        ServerState.ChoosePort(Path.Combine(dataDirectory, "server.json"), "management");

    private ServerState State => state ?? throw new InvalidOperationException("Start the server first.");

    /// <exception cref="ServerException">no server programs, port in use, disk full, or a start that failed or hung</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await StopNamesAsync().ConfigureAwait(false); // of a node that was killed: it outlives the node and holds its port
        var (nameServer, broker) = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        names = await ServerProcess
            .StartAsync(
                nameServer with
                {
                    RecordFile = options.RecordFile is { } record ? Path.ChangeExtension(record, ".epmd" + Leftovers.Extension) : null,
                    Output = options.Output,
                }
            )
            .ConfigureAwait(false);
        var process = await ServerProcess
            .StartAsync(broker with { RecordFile = options.RecordFile, Output = options.Output })
            .ConfigureAwait(false);
        Process = process;
        await WaitUntilReadyAsync(process, GreetsAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the node's folder; the commands then run its name server and the broker, for whoever starts them.</summary>
    public async Task<(ServerCommand Names, ServerCommand Broker)> PrepareAsync(CancellationToken cancellationToken = default)
    {
        var program = Programs.RabbitMqServer()
            ?? throw new ServerException(
                "RabbitMQ's server was not found; install it (Debian: apt-get install rabbitmq-server) and start again."
            );
        var epmd = Programs.Find("epmd")
            ?? throw new ServerException(
                "Erlang's name server epmd was not found; install it (Debian: apt-get install erlang-base) and start again."
            );
        Accounts.DemandAccount(Account, "rabbitmq-server");
        var folder = await ServerFolder.PrepareAsync(DataDirectory, Account).ConfigureAwait(false);
        var again = state is not null;
        state = ServerState.Load(
            Path.Combine(folder, "server.json"),
            options.Password,
            ("amqp", again ? Port : options.Port),
            ("management", again ? ManagementPort : options.ManagementPort),
            ("epmd", again ? State.Ports["epmd"] : null),
            ("distribution", again ? State.Ports["distribution"] : null)
        );
        await WriteFilesAsync(folder, cancellationToken).ConfigureAwait(false);

        var environment = Environment(folder);
        return (
            new ServerCommand(epmd, ["-address", "127.0.0.1", "-port", Text("epmd")]) { Account = Account, Environment = environment },
            new ServerCommand(program, [])
            {
                Account = Account,
                Environment = environment,
                WorkingDirectory = folder,
            }
        );
    }

    public override async Task<bool> StopAsync(TimeSpan? patience = null)
    {
        var clean = await base.StopAsync(patience).ConfigureAwait(false);
        await StopNamesAsync().ConfigureAwait(false);
        return clean;
    }

    public override async Task KillAsync()
    {
        await base.KillAsync().ConfigureAwait(false);
        await StopNamesAsync().ConfigureAwait(false);
    }

    /// <summary>Whether the broker accepts connections. Says nothing, so that it leaves no line in the broker's log.</summary>
    public async Task<bool> IsAcceptingAsync(CancellationToken cancellationToken = default)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // The AMQP listener is opened last: an answer to the protocol header means that the broker has booted.
    private async Task<bool> GreetsAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port, cancellationToken).ConfigureAwait(false);
            await client.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            var answer = new byte[1];
            return await client.GetStream().ReadAsync(answer, cancellationToken).ConfigureAwait(false) == 1 && answer[0] == 1;
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }

    private async Task StopNamesAsync()
    {
        if (names is { HasExited: false })
        {
            await names.KillAsync().ConfigureAwait(false); // epmd keeps nothing on disk
        }

        names?.Dispose();
        names = null;
    }

    private async Task WriteFilesAsync(string folder, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, string>
        {
            ["rabbitmq.conf"] = $"""
                listeners.tcp.1 = 127.0.0.1:{Text("amqp")}
                management.tcp.ip = 127.0.0.1
                management.tcp.port = {Text("management")}
                default_user = {UserName}
                default_pass = {Password}
                vm_memory_high_watermark.absolute = 1GB
                disk_free_limit.absolute = 100MB
                cluster_name = campaign
                log.file = false
                log.console = true
                log.console.level = info

                """,
            ["enabled_plugins"] = "[rabbitmq_management].\n",
            ["advanced.config"] = "[].\n",
            ["rabbitmq-env.conf"] = "",
        };
        var cookie = Path.Combine(folder, ".erlang.cookie");
        if (!File.Exists(cookie))
        {
            files[".erlang.cookie"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        }

        foreach (var (name, content) in files)
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllTextAsync(path, content, cancellationToken).ConfigureAwait(false);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        await ServerFolder.GiveAsync(folder, Account).ConfigureAwait(false);
    }

    private Dictionary<string, string> Environment(string folder) =>
        new()
        {
            ["HOME"] = folder,
            ["LC_ALL"] = "C.UTF-8",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["ERL_EPMD_PORT"] = Text("epmd"),
            ["RABBITMQ_NODENAME"] = "campaign@localhost", // part of the data: quorum queues name their node
            ["RABBITMQ_DIST_PORT"] = Text("distribution"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "rabbitmq-env.conf"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
            ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(folder, "advanced.config"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
            ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(folder, "generated"),
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "data", "rabbitmq.pid"),
            ["RABBITMQ_SCHEDULER_BIND_TYPE"] = "u", // several nodes on one machine must not sit on the same cores
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            ["RUNNING_UNDER_SYSTEMD"] = "true", // the script then becomes the server instead of waiting beside it
        };

    private string Text(string port) => State.Ports[port].ToString(CultureInfo.InvariantCulture);
}
