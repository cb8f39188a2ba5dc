using ProgramReview.Core.Events;

namespace ProgramReview.Core.Requesting;

/// <summary>Asks, at the moment of sending, whether a mail is still needed: nobody who is done is reminded.</summary>
public static class StillNeeded
{
    /// <summary>Whether the mail should still go out for this window.</summary>
    /// <param name="occasion">Why it was to be sent.</param>
    /// <param name="window">The window it was to be sent for.</param>
    /// <param name="state">The assignment as it is now.</param>
    public static bool For(MailOccasion occasion, int window, AssignmentState state) =>
        state.Exemption is null
        && state.Current is { } current
        && current.Number == window
        && (
            occasion == MailOccasion.Closed
                ? state.Correctable().Any() || state.UnexplainedNow().Any()
                : current.Outcome is null && (occasion == MailOccasion.Request || !state.IsAllSent)
        );
}
