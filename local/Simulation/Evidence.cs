using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation;

/// <summary>What a run left behind: what really happened beside what the product says of it.</summary>
internal sealed record Evidence
{
    /// <summary>The plan.</summary>
    public required PlanLookup Plan { get; init; }

    /// <summary>What really happened.</summary>
    public required Oracle Oracle { get; init; }

    /// <summary>From when on nothing went wrong any more.</summary>
    public required DateTimeOffset Calm { get; init; }

    /// <summary>Every assignment's stream, read.</summary>
    public required IReadOnlyDictionary<
        AssignmentId,
        IReadOnlyList<Line>
    > Assignments { get; init; }

    /// <summary>The cycle's own stream, read.</summary>
    public required IReadOnlyList<Line> Cycle { get; init; }

    /// <summary>The stream of a cycle whose dates are past.</summary>
    public required IReadOnlyList<Line> PastCycle { get; init; }

    /// <summary>The streams as they are kept.</summary>
    public required IReadOnlyList<IReadOnlyList<Entry>> Streams { get; init; }

    /// <summary>The outbox.</summary>
    public required IReadOnlyList<OutboxMail> Mails { get; init; }

    /// <summary>The dossiers on record, by round; null where the manifest cannot be read.</summary>
    public required IReadOnlyDictionary<int, LeftDossier?> Dossiers { get; init; }

    /// <summary>The figures of each dossier that names any, by round.</summary>
    public required IReadOnlyDictionary<int, LeftFigures> Figures { get; init; }

    /// <summary>What an auditor finds in the exported record.</summary>
    public required AuditReport Audit { get; init; }

    /// <summary>The read models.</summary>
    public required LeftIndex Index { get; init; }

    /// <summary>SHA-256 of every stored file as it lies there now.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>SHA-256 of files that were only to be checked and of which something was kept all the same.</summary>
    public required IReadOnlySet<string> KeptUnsent { get; init; }

    /// <summary>The processes that have not ended, and those that ended in failure.</summary>
    public required IReadOnlyList<string> Unfinished { get; init; }

    /// <summary>Where tokens were found that must not be there.</summary>
    public required IReadOnlyList<string> Leaks { get; init; }

    /// <summary>What people saw fail although nothing outside the product had.</summary>
    public required IReadOnlyList<string> Surprises { get; init; }

    /// <summary>Whether an operator stopped the cycle at once.</summary>
    public bool IsStopped => Of<CycleEvent.Ended>().Any(ended => ended.By is not null);

    /// <summary>Events of one kind about the cycle.</summary>
    public IEnumerable<T> Of<T>()
        where T : CycleEvent => Cycle.Select(line => line.Event).OfType<T>();

    /// <summary>Events of one kind about an assignment.</summary>
    public IEnumerable<T> Of<T>(AssignmentId assignment)
        where T : AssignmentEvent => Assignments[assignment].Select(line => line.Event).OfType<T>();

    /// <summary>One entry with its event.</summary>
    /// <param name="Entry">The entry.</param>
    /// <param name="Event">The event.</param>
    public sealed record Line(Entry Entry, Event Event);
}
