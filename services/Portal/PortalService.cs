using Campaign.Portal.App;
using Campaign.Portal.Calls;
using Campaign.Portal.Data;
using Campaign.Portal.Gateway;
using Campaign.Portal.Live;
using Campaign.Portal.SignIn;

namespace Campaign.Portal;

/// <summary>The web application and the gateway: one origin for people and integrators.</summary>
public static class PortalService
{
    /// <summary>What the capabilities are made of, and what the service does by itself.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddSignIn();
        builder.AddGateway();
        builder.AddServiceClients();
        builder.AddLive();
        builder.AddPages();
        builder.AddPortalDatabase();
    }

    /// <summary>What it answers.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGateway();
        app.MapApiDocs();
        app.MapSignIn();
        app.MapPages();
    }
}
