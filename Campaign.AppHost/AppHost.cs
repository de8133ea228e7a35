// What runs and what it is connected to. How it is carried out on this machine: shared/decisions/007.
using Campaign.AppHost;
using Campaign.Contracts;

var builder = DistributedApplication.CreateBuilder(StartOptions.Of(args));
builder.RunOnThisMachine();

var servers = builder.AddServers();
var postgres = servers.AddDatabaseServer(Resources.Postgres, builder.AddSecret("postgres-password"));
var brokerUser = builder.AddParameter("rabbitmq-user", "campaign");
var brokerPassword = builder.AddSecret("rabbitmq-password");
var rabbitmq = servers.AddBroker(Resources.RabbitMq, brokerUser, brokerPassword);

var identity = builder.AddService<Projects.Campaign_Identity>(Resources.Identity, postgres(Resources.IdentityDb), rabbitmq);
var organization = builder.AddService<Projects.Campaign_Organization>(Resources.Organization, postgres(Resources.OrganizationDb), rabbitmq);
var directive = builder.AddService<Projects.Campaign_Directive>(Resources.Directive, postgres(Resources.DirectiveDb), rabbitmq);
var session = builder.AddService<Projects.Campaign_Session>(Resources.Session, postgres(Resources.SessionDb), rabbitmq);
var evaluation = builder.AddService<Projects.Campaign_Evaluation>(Resources.Evaluation, postgres(Resources.EvaluationDb), rabbitmq);
var recognition = builder.AddService<Projects.Campaign_Recognition>(Resources.Recognition, postgres(Resources.RecognitionDb), rabbitmq);
var city = builder.AddService<Projects.Campaign_City>(Resources.City, postgres(Resources.CityDb), rabbitmq);
var portal = builder.AddService<Projects.Campaign_Portal>(Resources.Portal, postgres(Resources.PortalDb), rabbitmq, builder.PortalPort());

var operatorPassword = builder.AddSecret("operator-password");
var scenariosSecret = builder.AddSecret("scenarios-secret");
identity.WithEnvironment("Operator__Password", operatorPassword);
identity.WithEnvironment("Clients__scenarios__Secret", scenariosSecret);

portal.WithExternalHttpEndpoints().WithLinks().WithOperations();

foreach (var service in new[] { identity, organization, directive, session, evaluation, recognition, city, portal })
{
    service.WithEnvironment("Identity__PublicOrigin", portal.GetEndpoint("http"));

    var secret = builder.AddSecret($"{service.Resource.Name}-secret");
    service.WithEnvironment("Client__Secret", secret);
    identity.WithEnvironment($"Clients__{service.Resource.Name}__Secret", secret);

    if (service != identity)
    {
        service.WithReference(identity);
    }
}

foreach (var service in new[] { organization, directive, session, evaluation, recognition, city })
{
    portal.WithReference(service);

    // whoever listens to a service may read its event log, to rebuild
    foreach (var consumer in new[] { identity, directive, session, evaluation, recognition, city })
    {
        if (Topology.Subscriptions[consumer.Resource.Name].Contains(service.Resource.Name))
        {
            consumer.WithReference(service);
        }
    }
}

builder.AddDemo(
    portal,
    new()
    {
        ["CAMPAIGN_OPERATOR_PASSWORD"] = operatorPassword,
        ["CAMPAIGN_DEMO_PASSWORD"] = builder.AddSecret("demo-password"), // of the people whom it invents
        ["CAMPAIGN_SCENARIOS_SECRET"] = scenariosSecret,
    }
);
builder.AddOperatorCommands(portal, scenariosSecret, operatorPassword);

await using var application = builder.Build();
await application.RunAsync();
