namespace ProgramReview.Functions.Uploading;

/// <summary>Puts the message on the doorbell queue that storage events put there in Azure.</summary>
public interface IDoorbell
{
    /// <summary>Says that a blob was created; may be called any number of times.</summary>
    Task RingAsync(string blobName, CancellationToken cancellation = default);
}
