using Campaign.Api.Problems;

namespace Campaign.Api.Identity;

/// <summary>Reasons for which Identity refuses a request, and what can be wrong with its fields.</summary>
public static class IdentityProblems
{
    public static readonly ProblemType UserNameTaken = new("user-name-taken", 409);
    public static readonly ProblemType ClientIdTaken = new("client-id-taken", 409);
    public static readonly ProblemType MemberHasAccount = new("member-has-account", 409);
    public static readonly ProblemType OwnAccount = new("own-account", 409);
    public static readonly ProblemType NotForThisService = new("not-for-this-service", 403);

    public static readonly FieldCode UserName = new("user-name");
    public static readonly FieldCode UnitPath = new("unit-path");
    public static readonly FieldCode Email = new("email");

    /// <summary>Params <c>min</c>.</summary>
    public static readonly FieldCode FewDifferentCharacters = new("few-different-characters");

    public static readonly FieldCode ClientId = new("client-id");
    public static readonly FieldCode ClientIdLikeAnAccount = new("client-id-like-an-account");
    public static readonly FieldCode ClientIdOfTheSystem = new("client-id-of-the-system");
}
