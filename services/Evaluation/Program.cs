using Campaign.Contracts;
using Campaign.Evaluation;
using Campaign.Messaging;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.Evaluation);
builder.AddDatabase<EvaluationDb>(Resources.EvaluationDb);
builder.AddMessaging<EvaluationDb>(Resources.Evaluation, EvaluationService.Project);
EvaluationService.Add(builder);

var app = builder.Build();
app.UseServiceDefaults();
EvaluationService.Map(app);
app.Run();
