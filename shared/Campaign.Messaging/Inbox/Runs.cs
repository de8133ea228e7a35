namespace Campaign.Messaging.Inbox;

/// <summary>Deliveries that are handled at once.</summary>
internal static class Runs
{
    /// <summary>
    /// In order: what follows each other for the same handlers, each of another aggregate, where all of these handlers take runs; else one
    /// by one.
    /// </summary>
    public static IEnumerable<IReadOnlyList<Delivery>> Of(IEnumerable<Delivery> deliveries)
    {
        List<Delivery> run = [];
        HashSet<Guid> aggregates = [];
        foreach (var delivery in deliveries)
        {
            if (run.Count > 0 && !(GoesWith(delivery, run[0]) && aggregates.Add(delivery.Event!.AggregateId)))
            {
                yield return run;
                run = [];
                aggregates.Clear();
            }

            run.Add(delivery);
            aggregates.Add(delivery.Event!.AggregateId);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static bool GoesWith(Delivery next, Delivery first) =>
        next.Projection == first.Projection
        && next.Event!.GetType() == first.Event!.GetType()
        && first.Projection.HandlersOf(first.Event.GetType()).All(handler => handler.TakesRuns);
}
