using Campaign.Api;
using Campaign.Api.City;
using Campaign.Api.Directive;
using Campaign.Api.Evaluation;
using Campaign.Api.Identity;
using Campaign.Api.Organization;
using Campaign.Api.Recognition;
using Campaign.Api.Session;

namespace Campaign.Portal.Calls;

/// <summary>The clients of all services, for what is asked of each.</summary>
public sealed class ServiceList(
    IdentityClient identity,
    OrganizationClient organization,
    DirectiveClient directives,
    SessionClient sessions,
    EvaluationClient evaluation,
    RecognitionClient recognition,
    CityClient city
)
{
    public IReadOnlyList<ApiClient> All { get; } = [identity, organization, directives, sessions, evaluation, recognition, city];
}
