using ProgramReview.Core.Audit;

namespace ProgramReview.Core.Requesting;

/// <summary>Asks, at the moment of sending, whether a mail is still needed: nobody who is done is reminded.</summary>
public static class StillNeeded
{
    /// <summary>Whether the mail should still go out for this generation.</summary>
    /// <param name="occasion">Why it was to be sent.</param>
    /// <param name="generation">The generation it was to be sent for.</param>
    /// <param name="state">The assignment as it is now.</param>
    public static bool For(MailOccasion occasion, int generation, AssignmentState state) =>
        state.Exemption is null
        && state.Current is { Outcome: null } current
        && current.Number == generation
        && (occasion == MailOccasion.Request || !state.CurrentIsAccepted);
}
