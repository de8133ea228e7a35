using Campaign.City;
using Campaign.City.Campaigns;
using Campaign.City.Facts;
using Campaign.City.Reports;
using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Messaging;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.City);
builder.AddDatabase<CityDb>(Resources.CityDb);
builder.AddMessaging<CityDb>(Resources.City, Projections.Register);
builder.Services.AddScoped<FigureQueries>().AddScoped<ReviewReportQuery>().AddScoped<ReportRequest>();

var app = builder.Build();
app.UseServiceDefaults();
app.MapCampaigns();
app.MapFigures();
app.MapReviewReport();
app.Run();
