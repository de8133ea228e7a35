using Campaign.City;
using Campaign.Contracts;
using Campaign.Messaging;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.City);
builder.AddDatabase<CityDb>(Resources.CityDb);
builder.AddMessaging<CityDb>(Resources.City, CityService.Project);
CityService.Add(builder);

var app = builder.Build();
app.UseServiceDefaults();
CityService.Map(app);
app.Run();
