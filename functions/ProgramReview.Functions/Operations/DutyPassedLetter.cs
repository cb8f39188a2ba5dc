using ProgramReview.Functions.Mail;

namespace ProgramReview.Functions.Operations;

/// <summary>The duty to report passed from the receiver to somebody else, for all reports of a body at once; it bears no link.</summary>
public sealed class DutyPassedLetter : LetterKind
{
    /// <inheritdoc/>
    public override string Button => "mail.button.open";

    /// <inheritdoc/>
    public override OnHandover OnHandover => OnHandover.StaysWithReceiver;

    /// <inheritdoc/>
    public override Task<LetterParts?> DrawAsync(LetterDraft draft, CancellationToken cancellation)
    {
        var body = draft.Cycle.Plan.Body(draft.Assignment.Body).Name.In(draft.Recipient.Language);
        return Task.FromResult<LetterParts?>(
            new LetterParts(draft.Page).Place("body", body).Fact("mail.fact.body", body)
        );
    }
}
