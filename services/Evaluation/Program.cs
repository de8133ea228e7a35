using Campaign.Contracts;
using Campaign.Defaults;
using Campaign.Defaults.Data;
using Campaign.Evaluation;
using Campaign.Evaluation.Decisions;
using Campaign.Evaluation.Periods;
using Campaign.Evaluation.Reviews;
using Campaign.Evaluation.RuleSets;
using Campaign.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddCampaignDefaults(Resources.Evaluation);
builder.AddDatabase<EvaluationDb>(Resources.EvaluationDb);
builder.AddMessaging<EvaluationDb>(Resources.Evaluation, Projections.Register);
builder.Services.AddCapabilities();

var app = builder.Build();
app.UseCampaignDefaults();
app.MapRuleSets();
app.MapPeriods();
app.MapReviews();
app.MapDecisions();
app.Run();
