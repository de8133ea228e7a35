using Campaign.Contracts;
using Campaign.Identity;
using Campaign.Identity.SignIn;
using Campaign.Messaging;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.Identity);
builder.AddDatabase<IdentityDb>(Resources.IdentityDb);
builder.AddMessaging<IdentityDb>(Resources.Identity, IdentityService.Project);
IdentityService.Add(builder);

var app = builder.Build();
app.UsePages();
app.UseServiceDefaults();
IdentityService.Map(app);
app.Run();
