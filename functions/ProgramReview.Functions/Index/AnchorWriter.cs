using System.Text;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Index;

/// <summary>
/// Joins the chains of a cycle under one root and writes it into the cycle's own chain. The list of heads behind it is kept as a document
/// named by the root, so that anybody can compute the root again and find each chain in it.
/// </summary>
public sealed class AnchorWriter(
    IAssignmentIndex index,
    IndexRebuilder rebuilder,
    IEventStore record,
    IDocumentStore documents,
    Recorder recorder
)
{
    /// <summary>Sets the anchor of a day that is over, unless it is set or nothing happened since the last one.</summary>
    public async Task WriteDayAsync(CycleId cycle, DateOnly day, CancellationToken cancellation)
    {
        var key = FormattableString.Invariant($"anchored-{day:yyyy-MM-dd}");
        var entries = await record.ReadAsync(cycle.Stream, cancellation);
        if (entries.Any(entry => entry.Key == key))
        {
            return;
        }
        var heads = await HeadsAsync(cycle, cancellation);
        if (Anchoring.IsDue(entries, heads))
        {
            await WriteAsync(cycle, AnchorCause.Day, day, key, heads, cancellation);
        }
    }

    /// <summary>Sets the anchor before a dossier is compiled from exactly these heads.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="round">The round.</param>
    /// <param name="seen">How many orders of operations had been carried out: what is compiled after another is not what was anchored before it.</param>
    /// <param name="day">The present day.</param>
    /// <param name="heads">The heads.</param>
    /// <param name="figures">The hash of the figures that follow from them, or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The heads and figures that are anchored: these, or those of an earlier try, from which the dossier is compiled then.</returns>
    public async Task<(ChainHeads Heads, string? Figures)> WriteDossierAsync(
        CycleId cycle,
        int round,
        int seen,
        DateOnly day,
        ChainHeads heads,
        string? figures,
        CancellationToken cancellation
    )
    {
        var anchored = await WriteAsync(
            cycle,
            AnchorCause.Dossier,
            day,
            FormattableString.Invariant($"anchored-round-{round}-{seen}"),
            heads,
            cancellation,
            figures
        );
        return (
            anchored.Root == heads.Root
                ? heads
                : ChainHeads.Parse(
                    await FindHeadsAsync(cycle, anchored.Root, cancellation)
                        ?? throw new FileNotFoundException(
                            $"There is no list of heads {anchored.Root}."
                        )
                ),
            anchored.Figures
        );
    }

    /// <summary>Sets the last anchor, when the cycle has ended.</summary>
    public async Task WriteEndAsync(CycleId cycle, DateOnly day, CancellationToken cancellation) =>
        await WriteAsync(
            cycle,
            AnchorCause.End,
            day,
            "anchored-end",
            await HeadsAsync(cycle, cancellation),
            cancellation
        );

    /// <summary>The list of heads that bears a root as its name, or null.</summary>
    public async Task<string?> FindHeadsAsync(
        CycleId cycle,
        string root,
        CancellationToken cancellation
    ) =>
        await documents.FindAsync(NameOf(cycle, root), cancellation) is { } found
            ? Encoding.UTF8.GetString(found.Content.Span)
            : null;

    private async Task<CycleEvent.Anchored> WriteAsync(
        CycleId cycle,
        AnchorCause cause,
        DateOnly day,
        string key,
        ChainHeads heads,
        CancellationToken cancellation,
        string? figures = null
    )
    {
        // The list first: an anchor without it could not be checked.
        await documents.TryCreateAsync(
            NameOf(cycle, heads.Root),
            "text/plain; charset=utf-8",
            Encoding.UTF8.GetBytes(heads.ToString()),
            cancellation
        );
        var recorded = await recorder.WriteAsync(
            cycle.Stream,
            key,
            _ => new CycleEvent.Anchored(cause, day, heads.Root, heads.Heads.Count, figures),
            cancellation
        );
        return (CycleEvent.Anchored)recorded!.Entry.Event;
    }

    // A row may lag behind its stream after a crash: its head is then an earlier one of the same chain, and holds as well.
    private async Task<ChainHeads> HeadsAsync(CycleId cycle, CancellationToken cancellation)
    {
        await rebuilder.EnsureAsync(cycle, cancellation);
        var heads = new List<ChainHead>();
        await foreach (var row in index.ListAsync(cycle, node: null, cancellation))
        {
            heads.Add(new ChainHead(row.Assignment.Stream, row.Sequence, row.Head));
        }
        return ChainHeads.Of(heads);
    }

    /// <summary>The document that holds the list of heads behind an anchor.</summary>
    public static string NameOf(CycleId cycle, string root) => $"anchors/{cycle}/{root}.txt";
}
