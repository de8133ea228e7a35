namespace Campaign.Contracts;

/// <summary>Names of the resources in the app model; the same constants name connection strings, queues and exchanges.</summary>
public static class Resources
{
    public const string Postgres = "postgres";
    public const string RabbitMq = "rabbitmq";

    public const string Organization = "organization";
    public const string Directive = "directive";
    public const string Session = "session";
    public const string Evaluation = "evaluation";
    public const string Recognition = "recognition";
    public const string City = "city";
    public const string Identity = "identity";
    public const string Portal = "portal";

    public const string OrganizationDb = "organizationdb";
    public const string DirectiveDb = "directivedb";
    public const string SessionDb = "sessiondb";
    public const string EvaluationDb = "evaluationdb";
    public const string RecognitionDb = "recognitiondb";
    public const string CityDb = "citydb";
    public const string IdentityDb = "identitydb";
    public const string PortalDb = "portaldb";

    /// <summary>Every service that owns a database and speaks on the broker, in the order in which a newcomer meets them.</summary>
    public static readonly IReadOnlyList<string> Services = [Identity, Organization, Directive, Session, Evaluation, Recognition, City];
}
