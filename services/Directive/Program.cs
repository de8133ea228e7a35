using Campaign.Contracts;
using Campaign.Defaults;
using Campaign.Defaults.Data;
using Campaign.Directives;
using Campaign.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddCampaignDefaults(Resources.Directive);
builder.AddDatabase<DirectiveDb>(Resources.DirectiveDb);
builder.AddMessaging<DirectiveDb>(Resources.Directive, Wiring.AddProjections);
builder.Services.AddDirectives();

var app = builder.Build();
app.UseCampaignDefaults();
app.MapDirectives();
app.Run();
