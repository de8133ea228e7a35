using Campaign.Contracts;
using Campaign.Messaging;
using Campaign.Recognition;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Resources.Recognition);
builder.AddDatabase<RecognitionDb>(Resources.RecognitionDb);
builder.AddMessaging<RecognitionDb>(Resources.Recognition, RecognitionService.Project);
RecognitionService.Add(builder);

var app = builder.Build();
app.UseServiceDefaults();
RecognitionService.Map(app);
app.Run();
