using Campaign.Api.Session;
using Campaign.Portal.Shared;

namespace Campaign.Portal.Tests.Components;

public sealed class SameKeyTests
{
    private readonly SameKey _key = new();

    [Fact]
    public void The_same_values_have_the_same_key_until_they_were_answered()
    {
        var first = _key.Of(
            new WriteResolution("Nghị quyết", [new ActionItemDraft(null, "Làm", null, null, new DateOnly(2026, 12, 1), null, null)])
        );
        _key.Of(new WriteResolution("Nghị quyết", [new ActionItemDraft(null, "Làm", null, null, new DateOnly(2026, 12, 1), null, null)]))
            .ShouldBe(first);

        _key.Answered();
        _key.Of(new WriteResolution("Nghị quyết", [new ActionItemDraft(null, "Làm", null, null, new DateOnly(2026, 12, 1), null, null)]))
            .ShouldNotBe(first);
    }

    [Fact]
    public void What_was_changed_is_another_request()
    {
        var first = _key.Of((Guid.Empty, 1));

        _key.Of((Guid.Empty, 2)).ShouldNotBe(first);
        _key.Of((Guid.Empty, 2)).ShouldBe(_key.Of((Guid.Empty, 2)));
    }
}
