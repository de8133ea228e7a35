using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Mails;

/// <summary>Somebody who wants no reminders by mail: their own choice. Without it they get them.</summary>
public sealed class MailOptOut
{
    public required Guid AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    internal static void Configure(EntityTypeBuilder<MailOptOut> choice)
    {
        choice.ToTable("mail_opt_outs");
        choice.HasKey(c => c.AccountId);
        choice.Property(c => c.AccountId).ValueGeneratedNever();
    }
}
