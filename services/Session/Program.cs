using Campaign.Contracts;
using Campaign.Hosting.Database;
using Campaign.Messaging;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Database;
using Campaign.Sessions;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.Session);
builder.AddDatabase<SessionDb>(Resources.SessionDb, Plans.Kept);
builder.AddMessaging<SessionDb>(Resources.Session, SessionService.Project);
SessionService.Add(builder);

var app = builder.Build();
app.UseServiceDefaults();
SessionService.Map(app);
app.Run();
