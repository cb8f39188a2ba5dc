namespace ProgramReview.Functions.Checking;

/// <summary>The queue of recorded files whose content nobody has looked at.</summary>
public interface ICheckQueue
{
    /// <summary>Asks for a look at a file; may be repeated, since a file is looked at once.</summary>
    /// <param name="blobName">Its name in storage, which is all that the message holds.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task EnqueueAsync(string blobName, CancellationToken cancellation = default);
}
