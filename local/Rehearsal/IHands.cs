using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Rehearsal;

/// <summary>Carries out what a played person does.</summary>
public interface IHands
{
    /// <summary>Does it, and tells what came of it in a few words.</summary>
    Task<string> DoAsync(Act act, CancellationToken cancellation);
}
