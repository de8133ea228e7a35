namespace Campaign.Api.Directive;

/// <summary>States of a document.</summary>
public static class DirectiveStates
{
    public const string Draft = "draft";
    public const string Issued = "issued";
}
