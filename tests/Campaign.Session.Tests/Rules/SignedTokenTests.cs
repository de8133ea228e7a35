using Campaign.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Session.Tests.Rules;

public sealed class SignedTokenTests
{
    private const string Purpose = "invitation";
    private static readonly byte[] s_secret = SignedToken.NewSecret();

    [Fact]
    public void A_token_names_its_ids_and_opens_with_its_own_secret_and_purpose_only()
    {
        var (session, person) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var token = SignedToken.Of(s_secret, Purpose, session, person);
        SignedToken.Claims(token, 2).ShouldBe([session, person]);
        SignedToken.IsGenuine(token, s_secret, Purpose, session, person).ShouldBeTrue();
        SignedToken.IsGenuine(token, SignedToken.NewSecret(), Purpose, session, person).ShouldBeFalse();
        SignedToken.IsGenuine(token, s_secret, "calendar feed", session, person).ShouldBeFalse();
        SignedToken.IsGenuine(token, s_secret, Purpose, person, session).ShouldBeFalse();
    }

    [Fact]
    public void A_token_with_any_letter_changed_opens_nothing()
    {
        var id = Guid.CreateVersion7();
        var token = SignedToken.Of(s_secret, Purpose, id);
        Prop.ForAll(Gen.Choose(0, token.Length - 1).ToArbitrary(), at =>
            {
                var forged = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
                (
                    SignedToken.Claims(forged, 1) is [var claimed]
                    && claimed == id
                    && SignedToken.IsGenuine(forged, s_secret, Purpose, claimed)
                ).ShouldBeFalse();
            })
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("%%%%")]
    public void What_is_no_token_claims_nothing(string? token) => SignedToken.Claims(token, 2).ShouldBeNull();

    [Fact]
    public void Far_too_long_a_text_claims_nothing() => SignedToken.Claims(new string('A', 4000), 2).ShouldBeNull();
}
