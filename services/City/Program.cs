using Campaign.City;
using Campaign.City.Campaigns;
using Campaign.City.Facts;
using Campaign.City.Reports;
using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Defaults;
using Campaign.Defaults.Data;
using Campaign.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddCampaignDefaults(Resources.City);
builder.AddDatabase<CityDb>(Resources.CityDb);
builder.AddMessaging<CityDb>(Resources.City, Projections.Register);
builder.Services.AddScoped<FigureQueries>().AddScoped<ReviewReportQuery>().AddScoped<ReportRequest>();

var app = builder.Build();
app.UseCampaignDefaults();
app.MapCampaigns();
app.MapFigures();
app.MapReviewReport();
app.Run();
