using Campaign.Contracts;
using Campaign.Defaults;
using Campaign.Defaults.Data;
using Campaign.Messaging;
using Campaign.Sessions;

var builder = WebApplication.CreateBuilder(args);
builder.AddCampaignDefaults(Resources.Session);
builder.AddDatabase<SessionDb>(Resources.SessionDb, Plans.Kept);
builder.AddMessaging<SessionDb>(Resources.Session, Projections.Register);
builder.Services.AddSessions();

var app = builder.Build();
app.UseCampaignDefaults();
app.MapSessions();
app.Run();
