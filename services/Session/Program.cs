using Campaign.Contracts;
using Campaign.Hosting.Database;
using Campaign.Messaging;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Database;
using Campaign.Sessions;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.Session);
builder.AddDatabase<SessionDb>(Resources.SessionDb, Plans.Kept);
builder.AddMessaging<SessionDb>(Resources.Session, Projections.Register);
builder.Services.AddSessions();

var app = builder.Build();
app.UseServiceDefaults();
app.MapSessions();
app.Run();
