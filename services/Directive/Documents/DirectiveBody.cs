using System.Text;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Campaign.Directives.Documents;

/// <summary>The text of a document, apart from its row: lists never read it.</summary>
[NotAudited]
public sealed class DirectiveBody
{
    /// <summary>Bytes of UTF-8.</summary>
    public const int MaxBytes = 1024 * 1024;

    public required Guid DirectiveId { get; init; }

    /// <summary>Markdown.</summary>
    public required string Text { get; set; }

    /// <summary>The text as it is searched; see <see cref="FoldedText"/>.</summary>
    public required string Folded { get; set; }

    /// <summary>The words of <see cref="Folded"/>.</summary>
    public NpgsqlTsVector Words { get; private set; } = null!;

    /// <exception cref="Problem"><c>invalid-request</c>: too long, or no text.</exception>
    public static DirectiveBody? Of(string? text, Guid directive)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        Problem.Unless(
            Encoding.UTF8.GetByteCount(text) <= MaxBytes,
            "body",
            DirectiveProblems.TextTooLarge,
            ("max", MaxBytes / 1024 / 1024)
        );
        Problem.Unless(!text.Contains('\0', StringComparison.Ordinal), "body", FieldCodes.NulCharacter);
        return new DirectiveBody
        {
            DirectiveId = directive,
            Text = text.Normalize(NormalizationForm.FormC),
            Folded = FoldedText.Of(text),
        };
    }

    internal static void Configure(EntityTypeBuilder<DirectiveBody> body)
    {
        body.ToTable("directive_bodies");
        body.HasKey(b => b.DirectiveId);
        body.Property(b => b.DirectiveId).ValueGeneratedNever();
        // a word vector holds 1 MiB at most: of a longer text the beginning is searched
        body.Property(b => b.Words).HasComputedColumnSql("to_tsvector('simple'::regconfig, left(folded, 400000))", stored: true);
        body.HasIndex(b => b.Words).HasMethod("gin");
        body.HasOne<Directive>().WithOne().HasForeignKey<DirectiveBody>(b => b.DirectiveId).OnDelete(DeleteBehavior.Restrict);
    }
}
