using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace Campaign.Sessions.CheckIn;

/// <summary>How often an account erred lately; one row for each account that ever did.</summary>
[NotAudited]
public sealed class WrongCodeCount
{
    public required string Account { get; init; }

    public required int Wrong { get; init; }

    /// <summary>UTC: the first wrong code of the window.</summary>
    public required DateTimeOffset Since { get; init; }

    internal static void Configure(EntityTypeBuilder<WrongCodeCount> count)
    {
        count.ToTable("wrong_codes");
        count.HasKey(c => c.Account);
        count.Property(c => c.Account).HasMaxLength(100);
    }
}

/// <summary>
/// Stops an account that guesses: after <see cref="Tries"/> wrong codes none of its codes counts until <see cref="Window"/>
/// after the first, whichever instance it asks. Guessing through a three-hour meeting then finds one code of six digits in
/// about eleven thousand such meetings. A right code costs no look-up of its own: the statement that records the check-in
/// looks here too.
/// </summary>
public sealed class WrongCodes(NpgsqlDataSource database, TimeProvider time)
{
    public const int Tries = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const string Add = """
        insert into wrong_codes as w (account, wrong, since) values ($1, 1, $2)
        on conflict (account) do update set
            wrong = case when w.since <= $3 then 1 else least(w.wrong, 1000) + 1 end,
            since = case when w.since <= $3 then excluded.since else w.since end
        returning wrong, since
        """;

    /// <summary>Counts a wrong code.</summary>
    /// <exception cref="Problem"><c>too-many-wrong-codes</c> (429): it was not the first ones.</exception>
    public async Task AddAsync(string account, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(Add);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = account });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now - Window });
        await DemandAsync(command, least: Tries + 1, now, ct);
    }

    /// <exception cref="Problem"><c>too-many-wrong-codes</c> (429).</exception>
    public async Task DemandAsync(string account, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand("select wrong, since from wrong_codes where account = $1 and since > $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = account });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now - Window });
        await DemandAsync(command, Tries, now, ct);
    }

    private static async Task DemandAsync(NpgsqlCommand command, int least, DateTimeOffset now, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (await reader.ReadAsync(ct) && reader.GetInt32(0) >= least)
        {
            var wait = reader.GetFieldValue<DateTimeOffset>(1) + Window - now;
            throw new Problem(SessionProblems.TooManyWrongCodes, ("minutes", (int)Math.Ceiling(wait.TotalMinutes)));
        }
    }
}
