using ProgramReview.Core.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>What was found over all reports, by kind, and where: from the counts of the tree, and of its rows only those that are shown.</summary>
internal sealed class StatusFindings(IndexReader index)
{
    /// <summary>So many reports stand on a page.</summary>
    public const int MostOnPage = 25;

    /// <summary>The kinds that were found, the most frequent first.</summary>
    public async Task<IReadOnlyList<FindingCount>> KindsAsync(
        RunningCycle cycle,
        StatusPlace place,
        CancellationToken cancellation
    )
    {
        await index.RefreshAsync(cycle.Plan, cancellation);
        var sum = await index.NodeAsync(cycle.Plan, place.Node, cancellation);
        return [.. sum.Findings.OrderByDescending(kind => kind.Reports)];
    }

    /// <summary>The reports with a finding of a kind, a page of them, and how many there are.</summary>
    public async Task<(IReadOnlyList<AssignmentRow> Rows, int Count)> PageAsync(
        RunningCycle cycle,
        StatusPlace place,
        string code,
        int page,
        CancellationToken cancellation
    )
    {
        await index.RefreshAsync(cycle.Plan, cancellation);
        var sum = await index.NodeAsync(cycle.Plan, place.Node, cancellation);
        var rows = RowsAsync(cycle, place, code, (page - 1) * MostOnPage, cancellation);
        return (await rows.Take(MostOnPage).ToListAsync(cancellation), sum.CountOf(code));
    }

    /// <summary>All reports with a finding, or with one of a kind, read as they are taken.</summary>
    public async Task<IAsyncEnumerable<AssignmentRow>> AllAsync(
        RunningCycle cycle,
        StatusPlace place,
        string? code,
        CancellationToken cancellation
    )
    {
        await index.RefreshAsync(cycle.Plan, cancellation);
        return RowsAsync(cycle, place, code, skip: 0, cancellation);
    }

    private IAsyncEnumerable<AssignmentRow> RowsAsync(
        RunningCycle cycle,
        StatusPlace place,
        string? code,
        int skip,
        CancellationToken cancellation
    ) =>
        index.WhereAsync(
            cycle.Plan,
            place.Node,
            node => code is null ? node.Findings.Sum(kind => kind.Reports) : node.CountOf(code),
            row => row.Kinds.Any(kind => code is null || kind.Code == code),
            skip,
            cancellation
        );
}
