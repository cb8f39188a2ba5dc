using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Mail;

/// <summary>What a newcomer must know: where the report stands, and what was asked for last and has not come yet.</summary>
internal static class DutyLetter
{
    /// <summary>Fills it in.</summary>
    /// <param name="model">The letter about the assignment.</param>
    /// <param name="entries">The assignment's stream.</param>
    /// <param name="state">What it adds up to.</param>
    public static MailModel Fill(
        MailModel model,
        IEnumerable<Entry> entries,
        AssignmentState state
    ) =>
        model with
        {
            Phase = state.Phase(model.Now),
            FormerDue = state.Current is { Extension: not null } moved
                ? moved.Due
                : model.FormerDue,
            Comment = AskedByLetter(entries) ?? (state.CurrentIsAccepted ? null : model.Comment),
        };

    // A return inside the window moves nothing: it is a letter, answered by the next file.
    private static string? AskedByLetter(IEnumerable<Entry> entries) =>
        entries
            .Select(entry => entry.Event)
            .LastOrDefault(@event =>
                @event is AssignmentEvent.ReturnAsked or AssignmentEvent.SubmissionRecorded
            )
            is AssignmentEvent.ReturnAsked asked
            ? asked.Reason
            : null;
}
