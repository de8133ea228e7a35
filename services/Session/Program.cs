using Campaign.Contracts;
using Campaign.Defaults;
using Campaign.Defaults.Data;
using Campaign.Messaging;
using Campaign.Sessions;

var builder = WebApplication.CreateBuilder(args);
builder.AddCampaignDefaults(Resources.Session);
builder.AddDatabase<SessionDb>(Resources.SessionDb);
builder.AddMessaging<SessionDb>(Resources.Session, Projections.Register);
builder.Services.AddCheckIn().AddAttendance().AddMinutes().AddPlanning().AddInvitations();

var app = builder.Build();
app.UseCampaignDefaults();
app.MapPlanning();
app.MapCheckIn();
app.MapRoster();
app.MapPaper();
app.MapTemporaryAttendees();
app.MapClosing();
app.MapMinutes();
app.MapCorrections();
app.MapBrowsing();
app.MapCoverage();
app.MapAttendanceReports();
app.MapInvitations();
app.Run();
