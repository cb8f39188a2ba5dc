using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Figures;

/// <summary>Figures of a report do not go together with those of others: what its author has not been asked before.</summary>
public sealed class FiguresComparedLetter(IEventStore events, LinkAddresses addresses)
    : ReportLetter(events, addresses)
{
    /// <inheritdoc/>
    protected override Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        IReadOnlyList<Entry> entries,
        AssignmentState state,
        CancellationToken cancellation
    )
    {
        var order = OrderOf(draft, entries)!;
        var asked = (AssignmentEvent.FiguresCompared)order.Event;
        var before = entries
            .TakeWhile(entry => entry.Sequence < order.Sequence)
            .Select(entry => entry.Event)
            .OfType<AssignmentEvent.FiguresCompared>()
            .SelectMany(one => one.Findings)
            .Select(finding => finding.Key)
            .ToHashSet();
        var open = state.Unexplained().Select(one => one.Query.Key).ToHashSet();
        List<Finding> news =
        [
            .. asked.Findings.Where(finding =>
                open.Contains(finding.Key) && !before.Contains(finding.Key)
            ),
        ];
        return Task.FromResult(
            news.Count == 0
                ? null
                : About(draft, state)
                    .Fact(
                        "receipt.part",
                        PartText.Name(draft.Page, draft.Assignment.ReportType, asked.Part)
                    )
                    .Found(news, draft.Assignment.ReportType)
        );
    }
}
