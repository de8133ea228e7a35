using Campaign.Api.Organization;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Organization.Import.Jobs;

namespace Campaign.Organization.Import;

/// <summary>Who may import, and stop an import that is on its way.</summary>
internal static class ImportActions
{
    /// <summary>Of units below; which these are is known when the file is read.</summary>
    public static readonly ActionRule<string> Import = new("import", OrganizationAccess.Keepers, path => path);

    /// <summary>By who covers everything that its sender covered.</summary>
    public static readonly ActionRule<ImportJob> Cancel = new(
        "cancel",
        OrganizationAccess.Keepers,
        _ => "",
        job => ImportJobStates.IsOver(job.State) ? new Problem(OrganizationProblems.ImportOver) : null,
        (caller, job) => job.Paths.All(path => caller.Holds(OrganizationAccess.Keepers, path))
    );

    public static readonly IReadOnlyList<ActionRule<ImportJob>> OfJobs = [Cancel];
}
