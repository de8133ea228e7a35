using Campaign.Hosting.Telemetry;

namespace Campaign.Hosting.Tests.Telemetry;

public sealed class StatementNameTests
{
    [Theory]
    [InlineData("SELECT s.id, s.state FROM \"session\" AS s WHERE s.id = @id", "select session")]
    [InlineData("select id from messaging.event_log where published_at is null", "select messaging.event_log")]
    [InlineData("select count(*) from (select 1 from members m) counted", "select members")]
    [InlineData("INSERT INTO audit_log (id)\nVALUES ($1)", "insert audit_log")]
    [InlineData("update only assignments set state = 'done'", "update assignments")]
    [InlineData("DELETE FROM inbox", "delete inbox")]
    [InlineData("with running as (update messaging.rebuild set problem = null) select 1", "update messaging.rebuild")]
    [InlineData("select pg_try_advisory_lock(1)", "select")]
    [InlineData("COMMIT", "commit")]
    [InlineData("listen messaging", "listen")]
    [InlineData("", "")]
    public void Statement_is_named_by_what_it_does_to_which_table(string statement, string name) =>
        StatementName.Of(statement).ShouldBe(name);
}
