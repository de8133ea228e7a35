using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Mails;

/// <summary>States of a mail.</summary>
public static class MailStates
{
    /// <summary>The day's recipients are still being gathered.</summary>
    public const string Gathered = "gathered";
    public const string Waiting = "waiting";
    public const string Sent = "sent";

    /// <summary>Everything was done before it went out, or the person's posts went.</summary>
    public const string NotNeeded = "not-needed";

    public const string GivenUp = "given-up";
}

/// <summary>
/// The mail of one person and day, on its way. It is written from the reminders when it goes out; the address is forgotten
/// when nothing is left to do with it.
/// </summary>
[NotAudited]
public sealed class Mail
{
    public const int MaxError = 300;

    /// <summary>Days for which a mail's fate is kept.</summary>
    public const int Kept = 60;

    /// <summary>Also its Message-ID, the same at each attempt: who gets it twice sees it once.</summary>
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }
    public required DateOnly Day { get; init; }
    public required Guid[] UnitIds { get; init; }
    public string? Name { get; init; }
    public string? Address { get; init; }
    public required string State { get; init; }
    public int Attempts { get; init; }

    /// <summary>UTC; not tried before.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why the last attempt failed, without the address.</summary>
    public string? Error { get; init; }

    internal static void Configure(EntityTypeBuilder<Mail> mail)
    {
        mail.ToTable("mails");
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.Name).HasMaxLength(200);
        mail.Property(m => m.Address).HasMaxLength(254);
        mail.Property(m => m.State).HasMaxLength(15);
        mail.Property(m => m.Error).HasMaxLength(MaxError);
        mail.HasIndex(m => new { m.AccountId, m.Day }).IsUnique();
        mail.HasIndex(m => new { m.Day, m.State });
        mail.HasIndex(m => m.NotBefore).HasFilter("state = 'waiting'");
    }
}

/// <summary>A day whose mails have all been gathered.</summary>
[NotAudited]
public sealed class MailDay
{
    public required DateOnly Day { get; init; }

    internal static void Configure(EntityTypeBuilder<MailDay> day)
    {
        day.ToTable("mail_days");
        day.HasKey(d => d.Day);
    }
}
