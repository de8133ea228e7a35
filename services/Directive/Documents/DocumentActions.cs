using Campaign.Hosting.Access;

namespace Campaign.Directives.Documents;

/// <summary>Who may do what with a draft. An issued document stays as it is.</summary>
internal static class DocumentActions
{
    public static readonly ActionRule<Directive> Correct = OfDraft("correct");
    public static readonly ActionRule<Directive> Attach = OfDraft("attach");
    public static readonly ActionRule<Directive> Issue = OfDraft("issue");

    public static readonly IReadOnlyList<ActionRule<Directive>> All = [Correct, Attach, Issue];

    /// <summary>Of the unit that issues the document, or that received it.</summary>
    public static readonly ActionRule<string> Record = new("record", DirectiveAccess.Superiors, path => path);

    private static ActionRule<Directive> OfDraft(string name) =>
        new(name, DirectiveAccess.Superiors, directive => directive.OwnerUnitPath, directive => directive.AgainstChanging());
}
