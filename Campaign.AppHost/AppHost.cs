// What runs and what it is connected to. Written against Aspire; `AspireHosting` chooses what carries it out (shared/decisions/004).
using Campaign.AppHost;
using Campaign.Contracts;

var builder = DistributedApplication.CreateBuilder(args);

if (builder.ExecutionContext.IsPublishMode)
{
    builder.AddTargetEnvironment();
}

var postgres = builder.AddPostgres(Resources.Postgres, password: builder.AddSecret("postgres-password")).WithDataVolume();
var brokerUser = builder.AddParameter("rabbitmq-user", "campaign");
var brokerPassword = builder.AddSecret("rabbitmq-password");
var rabbitmq = builder.AddRabbitMQ(Resources.RabbitMq, brokerUser, brokerPassword).WithDataVolume().WithManagementPlugin();

var identity = builder.AddService<Projects.Campaign_Identity>(Resources.Identity, postgres.AddDatabase(Resources.IdentityDb), rabbitmq);
var organization = builder.AddService<Projects.Campaign_Organization>(Resources.Organization, postgres.AddDatabase(Resources.OrganizationDb), rabbitmq);
var directive = builder.AddService<Projects.Campaign_Directive>(Resources.Directive, postgres.AddDatabase(Resources.DirectiveDb), rabbitmq);
var session = builder.AddService<Projects.Campaign_Session>(Resources.Session, postgres.AddDatabase(Resources.SessionDb), rabbitmq);
var evaluation = builder.AddService<Projects.Campaign_Evaluation>(Resources.Evaluation, postgres.AddDatabase(Resources.EvaluationDb), rabbitmq);
var recognition = builder.AddService<Projects.Campaign_Recognition>(Resources.Recognition, postgres.AddDatabase(Resources.RecognitionDb), rabbitmq);
var city = builder.AddService<Projects.Campaign_City>(Resources.City, postgres.AddDatabase(Resources.CityDb), rabbitmq);
var portal = builder.AddService<Projects.Campaign_Portal>(Resources.Portal, postgres.AddDatabase(Resources.PortalDb), rabbitmq, builder.PortalPort());

identity.WithEnvironment("Operator__Password", builder.AddSecret("operator-password"));
identity.WithEnvironment("Clients__scenarios__Secret", builder.AddSecret("scenarios-secret"));
builder.AddSecret("demo-password"); // of the people whom the demo invents; read by ./run --demo

portal.WithExternalHttpEndpoints();

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

builder.Build().Run();
