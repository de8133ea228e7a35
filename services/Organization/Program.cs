using Campaign.Contracts;
using Campaign.Defaults;
using Campaign.Defaults.Data;
using Campaign.Messaging;
using Campaign.Organization;
using Campaign.Organization.Import;
using Campaign.Organization.Import.Jobs;
using Campaign.Organization.Members;
using Campaign.Organization.Posts;
using Campaign.Organization.Reorganisation;
using Campaign.Organization.Units;

var builder = WebApplication.CreateBuilder(args);
builder.AddCampaignDefaults(Resources.Organization);
builder.AddDatabase<OrganizationDb>(Resources.OrganizationDb);
builder.AddMessaging<OrganizationDb>(Resources.Organization, _ => { }); // publishes, listens to nobody
builder.Services.AddOrganization();
var app = builder.Build();
app.UseCampaignDefaults();
app.MapUnits();
app.MapLineage();
app.MapDecisions();
app.MapMembers();
app.MapPosts();
app.MapImports();
app.MapImportJobs();
app.Run();
