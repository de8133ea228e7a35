using Campaign.Contracts;
using Campaign.Defaults.Access;
using Campaign.Defaults.Audit;
using Campaign.Defaults.Data;
using Campaign.Defaults.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Documents;

/// <summary>States of a document.</summary>
public static class DirectiveStates
{
    public const string Draft = "draft";
    public const string Issued = "issued";
}

/// <summary>A document of a campaign: recorded as a draft, then issued to units, or to none when it is only taken on record.</summary>
public sealed class Directive
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CampaignId { get; init; }

    /// <summary>Code of the catalogue as of <see cref="SignedOn"/>.</summary>
    public required string DocumentType { get; init; }

    /// <summary>Normalised; see <see cref="Documents.Symbol"/>.</summary>
    public required string Symbol { get; init; }

    public required int Number { get; init; }
    public required string TypeCode { get; init; }
    public required string IssuerSuffix { get; init; }
    public required string Title { get; init; }
    public required string Issuer { get; init; }

    /// <summary>The issuer as it is compared; see <see cref="SearchText"/>.</summary>
    public required string IssuerKey { get; init; }

    /// <summary>The unit that issues the document, or that received a superior body's.</summary>
    public required Guid OwnerUnitId { get; init; }

    public required string OwnerUnitPath { get; set; }
    [AuditedByName]
    public required string Signer { get; init; }
    public required DateOnly SignedOn { get; init; }

    /// <summary>Tells apart the same symbol of two committee terms.</summary>
    public required int SignedYear { get; init; }

    /// <summary>The superior document that this one carries out; signed no later than this one, so there are no cycles.</summary>
    public Guid? CarriesOutId { get; init; }

    public string State { get; private set; } = DirectiveStates.Draft;

    /// <summary>How many units it was issued to.</summary>
    public int Units { get; internal set; }

    /// <summary>Symbol, title and issuer as they are searched.</summary>
    [AuditedByName]
    public required string Search { get; init; }

    public long Version { get; private set; } = 1;

    /// <summary>Puts the document in force for so many units; 0 takes it on record.</summary>
    /// <exception cref="Problem"><c>already-issued</c> (409).</exception>
    public DirectiveIssued Issue(int units)
    {
        if (State == DirectiveStates.Issued)
        {
            throw Problem.Conflict("already-issued", "This document has been issued. Record and issue a new document to ask for more.");
        }

        State = DirectiveStates.Issued;
        Units = units;
        Version++;
        return new DirectiveIssued
        {
            District = UnitPath.District(OwnerUnitPath),
            CampaignId = CampaignId,
            AggregateId = Id,
            Version = Version,
            Symbol = Symbol,
            DocumentType = DocumentType,
            Title = Title,
            Issuer = Issuer,
            SignedOn = SignedOn,
            CarriesOutId = CarriesOutId,
            Units = units,
        };
    }

    internal static void Configure(EntityTypeBuilder<Directive> directive)
    {
        directive.ToTable("directives", table => table.HasCheckConstraint("ck_directives_carries_out_another", "carries_out_id <> id"));
        directive.Property(d => d.Id).ValueGeneratedNever();
        directive.Property(d => d.DocumentType).HasMaxLength(10);
        directive.Property(d => d.Symbol).HasMaxLength(Documents.Symbol.MaxLength);
        directive.Property(d => d.TypeCode).HasMaxLength(10);
        directive.Property(d => d.IssuerSuffix).HasMaxLength(20);
        directive.Property(d => d.Title).HasMaxLength(1000);
        directive.Property(d => d.Issuer).HasMaxLength(300);
        directive.Property(d => d.IssuerKey).HasMaxLength(300);
        directive.Property(d => d.Signer).HasMaxLength(200);
        directive.Property(d => d.State).HasMaxLength(10);
        directive.Property(d => d.OwnerUnitPath).IsUnitPath();
        directive.Property(d => d.Version).IsConcurrencyToken();
        directive.HasOne<Directive>().WithMany().HasForeignKey(d => d.CarriesOutId).OnDelete(DeleteBehavior.Restrict);
        directive.HasOne<Campaigns.CampaignRecord>().WithMany().HasForeignKey(d => d.CampaignId).OnDelete(DeleteBehavior.Restrict);
        directive.HasIndex(d => new { d.CampaignId, d.IssuerKey, d.Symbol, d.SignedYear }).IsUnique();
        directive.HasIndex(d => d.OwnerUnitPath);
        directive.HasIndex(d => d.OwnerUnitId);
        directive.HasIndex(d => d.Search).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}

/// <summary>The text of a document, apart from its row: lists never read it.</summary>
[NotAudited]
public sealed class DirectiveBody
{
    /// <summary>Bytes of UTF-8.</summary>
    public const int MaxBytes = 1024 * 1024;

    public required Guid DirectiveId { get; init; }
    public required string Text { get; init; }

    internal static void Configure(EntityTypeBuilder<DirectiveBody> body)
    {
        body.ToTable("directive_bodies");
        body.HasKey(b => b.DirectiveId);
        body.Property(b => b.DirectiveId).ValueGeneratedNever();
        body.HasOne<Directive>().WithOne().HasForeignKey<DirectiveBody>(b => b.DirectiveId).OnDelete(DeleteBehavior.Restrict);
    }
}
