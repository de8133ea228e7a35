using Campaign.Hosting.Telemetry;

namespace Campaign.Hosting.Tests;

public sealed class SignedLinksTests
{
    [Theory]
    [InlineData("/api/v1/session/feeds/u.AbC-1_x.ics", "/api/v1/session/feeds/…")]
    [InlineData("/invitations/abc.def/answer", "/invitations/…/answer")]
    [InlineData("http://127.0.0.1:8080/invitation/abc?culture=vi", "http://127.0.0.1:8080/invitation/…?culture=vi")]
    [InlineData("/sessions/0199/invitations", "/sessions/0199/invitations")]
    [InlineData("/sessions/0199/roster", "/sessions/0199/roster")]
    public void The_token_of_a_signed_link_is_not_recorded(string address, string recorded) => SignedLinks.Hide(address).ShouldBe(recorded);
}
