namespace ProgramReview.Functions.Uploading;

/// <summary>Puts the message on the doorbell queue that storage events put there in Azure.</summary>
public interface IBlobCreatedQueue
{
    /// <summary>Says that a blob was created; may be called any number of times.</summary>
    Task WakeAsync(string blobName, CancellationToken cancellation = default);
}
