using Campaign.Contracts;
using Campaign.Defaults;
using Campaign.Defaults.Data;
using Campaign.Messaging;
using Campaign.Organization;

var builder = WebApplication.CreateBuilder(args);
builder.AddCampaignDefaults(Resources.Organization);
builder.AddDatabase<OrganizationDb>(Resources.OrganizationDb);
builder.AddMessaging<OrganizationDb>(Resources.Organization, _ => { }); // publishes, listens to nobody
builder.Services.AddOrganization();
var app = builder.Build();
app.UseCampaignDefaults();
app.MapOrganization();
app.Run();
