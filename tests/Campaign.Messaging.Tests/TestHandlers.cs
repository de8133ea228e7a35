using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Campaign.Messaging.Log;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Messaging.Tests;

/// <summary>Stores an effect; "poison" fails for as long as <see cref="Behaviour.Cured"/> is false.</summary>
internal sealed class StoreEffect(TestDb db, Behaviour behaviour) : IEventHandler<Noted>
{
    public Task HandleAsync(Noted @event, CancellationToken cancellationToken)
    {
        if (@event.Text == "poison" && !behaviour.Cured)
        {
            throw new InvalidOperationException("This note is poison.");
        }

        db.Effects.Add(
            new Effect
            {
                EventId = @event.EventId,
                District = @event.District,
                Version = @event.Version,
                Text = @event.Text,
            }
        );
        return Task.CompletedTask;
    }
}

/// <summary>Keeps the latest note of each aggregate, as a copy of another service's data is kept.</summary>
internal sealed class KeepLatest(TestDb db) : IEventHandler<Noted>
{
    public async Task HandleAsync(Noted @event, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            update effect set version = {@event.Version}, text = {@event.Text} where event_id = {@event.AggregateId} and version <=
            {@event.Version}
            """,
            cancellationToken
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into effect (event_id, district, version, text) select {@event.AggregateId}, {@event.District}, {@event.Version},
                {@event.Text}
            where not exists (select from effect where event_id = {@event.AggregateId})
            """,
            cancellationToken
        );
    }
}

/// <summary>Answers each note with an event of its own.</summary>
internal sealed class Answer(IEventLog events) : IEventHandler<Noted>
{
    public Task HandleAsync(Noted @event, CancellationToken cancellationToken)
    {
        events.Append(
            new Answered
            {
                District = @event.District,
                AggregateId = @event.AggregateId,
                Version = @event.Version,
                To = @event.EventId,
            }
        );
        return Task.CompletedTask;
    }
}

/// <summary>Stores an effect of an answer.</summary>
internal sealed class StoreAnswer(TestDb db) : IEventHandler<Answered>
{
    public Task HandleAsync(Answered @event, CancellationToken cancellationToken)
    {
        db.Effects.Add(
            new Effect
            {
                EventId = @event.EventId,
                District = @event.District,
                Version = @event.Version,
                Text = "answer",
            }
        );
        return Task.CompletedTask;
    }
}

/// <summary>Notes every district registered.</summary>
internal sealed class StoreDistrict(TestDb db) : IEventHandler<DistrictRegistered>
{
    public Task HandleAsync(DistrictRegistered @event, CancellationToken cancellationToken)
    {
        db.Effects.Add(
            new Effect
            {
                EventId = @event.EventId,
                District = @event.District,
                Version = @event.Version,
                Text = @event.Code,
            }
        );
        return Task.CompletedTask;
    }
}

/// <summary>What a test makes the handlers do. One per service.</summary>
internal sealed class Behaviour
{
    public bool Cured { get; set; }
}

/// <summary>
/// Stores an effect of each note of a run, saved at once so that they keep their order, which says where in the run it stood; "poison"
/// fails.
/// </summary>
internal sealed class StoreRun(TestDb db) : IRunHandler<Noted>
{
    public async Task HandleAsync(IReadOnlyList<Noted> run, CancellationToken cancellationToken)
    {
        foreach (var (index, noted) in run.Index())
        {
            if (noted.Text == "poison")
            {
                throw new InvalidOperationException("This note is poison.");
            }

            db.Effects.Add(
                new Effect
                {
                    EventId = noted.EventId,
                    District = noted.District,
                    Version = noted.Version,
                    Text = $"{index + 1} of {run.Count}",
                }
            );
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
