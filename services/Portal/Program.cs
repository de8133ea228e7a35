using Campaign.Contracts;
using Campaign.Hosting.Health;
using Campaign.Hosting.Telemetry;
using Campaign.Portal;
using Campaign.Portal.App;

var builder = WebApplication.CreateBuilder(args);
builder.AddTelemetry(Resources.Portal);
builder.Services.AddHealth();
PortalService.Add(builder);

var app = builder.Build();
app.UsePages();
app.MapHealth();
PortalService.Map(app);
app.Run();
