using Campaign.Contracts;
using Campaign.Directives;
using Campaign.Messaging;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.Directive);
builder.AddDatabase<DirectiveDb>(Resources.DirectiveDb);
builder.AddMessaging<DirectiveDb>(Resources.Directive, DirectiveService.Project);
DirectiveService.Add(builder);

var app = builder.Build();
app.UseServiceDefaults();
DirectiveService.Map(app);
app.Run();
