using Campaign.Api.Identity;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Identity.Accounts;
using Campaign.Identity.Clients;
using Campaign.Identity.Keys;
using Campaign.Identity.Posts;
using Campaign.Identity.SignIn;
using Campaign.Identity.Tokens;
using Campaign.Messaging;
using Campaign.ServiceDefaults.Catalogues;

namespace Campaign.Identity;

/// <summary>Accounts, their posts, sign-in and tokens.</summary>
public static class IdentityService
{
    /// <summary>What the capabilities are made of, and what the service does by itself.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddAccounts();
        builder.AddSignIn();
        builder.AddTokens();
        builder.AddKeys();
        builder.Services.AddCatalogue(IdentityCatalogues.Roles, RoleWords.All);
    }

    /// <summary>What it keeps of what others publish, and does about it.</summary>
    public static void Project(MessagingBuilder messaging) =>
        messaging
            .Projection("posts", projection => projection.Handle<PostAssigned, KeepPosts>().Handle<PostEnded, KeepPosts>().RepeatInPlace())
            .Projection("members", projection => projection.Handle<MemberChanged, KeepMembers>().RepeatInPlace());

    /// <summary>What it answers.</summary>
    public static void Map(WebApplication app)
    {
        app.UseAntiforgery();
        app.MapTokens();
        app.MapSignIn();
        app.MapAccounts();
        app.MapIntegrators();
        app.MapMailRecipients();
        app.MapSigningKeys();
        app.MapCatalogues();
        app.MapMay(SubjectActions.CreateAccount, SubjectActions.CreateIntegrator);
    }
}
