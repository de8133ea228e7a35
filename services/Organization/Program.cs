using Campaign.Contracts;
using Campaign.Messaging;
using Campaign.Organization;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.Organization);
builder.AddDatabase<OrganizationDb>(Resources.OrganizationDb);
builder.AddMessaging<OrganizationDb>(Resources.Organization, _ => { }); // publishes, listens to nobody
builder.Services.AddOrganization();
var app = builder.Build();
app.UseServiceDefaults();
app.MapOrganization();
app.Run();
