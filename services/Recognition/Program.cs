using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Messaging;
using Campaign.Recognition;
using Campaign.Recognition.Awards;
using Campaign.Recognition.Candidates;
using Campaign.Recognition.Councils;
using Campaign.Recognition.Nominations;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.Recognition);
builder.AddDatabase<RecognitionDb>(Resources.RecognitionDb);
builder.AddMessaging<RecognitionDb>(Resources.Recognition, Projections.Register);
builder.Services.AddCapabilities();

var app = builder.Build();
app.UseServiceDefaults();
app.MapCandidates();
app.MapCouncils();
app.MapNominations();
app.MapAwards();
app.MapCatalogues();
app.MapMay(NominationActions.Nominate, CouncilEndpoints.Create, AwardActions.Decide);
app.Run();
