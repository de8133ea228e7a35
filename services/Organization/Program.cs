using Campaign.Contracts;
using Campaign.Messaging;
using Campaign.Organization;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.Organization);
builder.AddDatabase<OrganizationDb>(Resources.OrganizationDb);
builder.AddMessaging<OrganizationDb>(Resources.Organization, OrganizationService.Project);
OrganizationService.Add(builder);

var app = builder.Build();
app.UseServiceDefaults();
OrganizationService.Map(app);
app.Run();
