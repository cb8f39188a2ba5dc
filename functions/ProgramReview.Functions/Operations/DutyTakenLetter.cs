using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// The duty to report passed to the receiver: where the report stands, and what was asked for last and has not come yet.
/// </summary>
public sealed class DutyTakenLetter(IEventStore events, LinkAddresses addresses)
    : ReportLetter(events, addresses)
{
    /// <inheritdoc/>
    public override OnHandover OnHandover => OnHandover.IsDropped;

    /// <inheritdoc/>
    protected override Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        IReadOnlyList<Entry> entries,
        AssignmentState state,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            draft.Cycle.State.End is not null || state.Exemption is not null
                ? null
                : WithInstants(
                        About(draft, state)
                            .Fact(
                                "mail.fact.state",
                                Text.Word(draft.Recipient.Language, state.Phase(draft.Now))
                            ),
                        draft,
                        state,
                        state.Current is { Extension: not null } moved
                            ? moved.Due
                            : FormerDue(state)
                    )
                    .Quoting(
                        AskedByLetter(entries)
                            ?? (state.CurrentIsAccepted ? null : state.Current?.Comment)
                    )
        );

    // A return inside the window moves nothing: it is a letter, answered by the next file of each part that it names.
    private static string? AskedByLetter(IEnumerable<Entry> entries)
    {
        var events = entries.Select(entry => entry.Event).Reverse().ToList();
        var since = events
            .TakeWhile(@event => @event is not AssignmentEvent.ReturnAsked)
            .OfType<AssignmentEvent.SubmissionRecorded>()
            .Select(recorded => recorded.Submission.Part)
            .ToHashSet(StringComparer.Ordinal);
        return
            events.OfType<AssignmentEvent.ReturnAsked>().FirstOrDefault() is { } asked
            && !asked.Parts.All(since.Contains)
            ? asked.Reason
            : null;
    }
}
