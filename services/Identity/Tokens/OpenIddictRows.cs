using Campaign.ServiceDefaults.Audit;
using OpenIddict.EntityFrameworkCore.Models;

namespace Campaign.Identity.Tokens;

// OpenIddict's rows under our names, so that they stay out of the audit log: a client's row holds the hash of its secret,
// and what operators do to clients is recorded on the integrator.

/// <summary>A client that may ask for tokens.</summary>
[NotAudited]
public sealed class StoredClient : OpenIddictEntityFrameworkCoreApplication<Guid, StoredAuthorization, StoredToken>;

/// <summary>What ties the tokens of one sign-in together, so that they end together.</summary>
[NotAudited]
public sealed class StoredAuthorization : OpenIddictEntityFrameworkCoreAuthorization<Guid, StoredClient, StoredToken>;

/// <summary>Not used: scopes are fixed. OpenIddict wants the type.</summary>
[NotAudited]
public sealed class StoredScope : OpenIddictEntityFrameworkCoreScope<Guid>;

/// <summary>A code or token that was issued; used-up and expired ones are removed by <see cref="TokenCleanup"/>.</summary>
[NotAudited]
public sealed class StoredToken : OpenIddictEntityFrameworkCoreToken<Guid, StoredClient, StoredAuthorization>;
