using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Operations;

/// <summary>A letter about what a person decided; told even if things have moved on since.</summary>
public abstract class CommandLetter(IEventStore events, LinkAddresses addresses)
    : ReportLetter(events, addresses)
{
    /// <inheritdoc/>
    protected sealed override Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        IReadOnlyList<Entry> entries,
        AssignmentState state,
        CancellationToken cancellation
    ) => Task.FromResult<LetterParts?>(Draw(draft, state, OrderedBy(draft, entries)!));

    /// <summary>What it says.</summary>
    protected abstract LetterParts Draw(LetterDraft draft, AssignmentState state, Event @event);
}
