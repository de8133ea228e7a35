using Campaign.Contracts;
using Campaign.Evaluation;
using Campaign.Evaluation.Decisions;
using Campaign.Evaluation.Periods;
using Campaign.Evaluation.Reviews;
using Campaign.Evaluation.RuleSets;
using Campaign.Hosting.Access;
using Campaign.Messaging;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.Evaluation);
builder.AddDatabase<EvaluationDb>(Resources.EvaluationDb);
builder.AddMessaging<EvaluationDb>(Resources.Evaluation, Projections.Register);
builder.Services.AddCapabilities();

var app = builder.Build();
app.UseServiceDefaults();
app.MapRuleSets();
app.MapPeriods();
app.MapReviews();
app.MapDecisions();
app.MapCatalogues();
app.MapMay(PeriodActions.Open);
app.Run();
