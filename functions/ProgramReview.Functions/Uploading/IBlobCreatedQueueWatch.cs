namespace ProgramReview.Functions.Uploading;

/// <summary>Looks at the doorbell queue and takes nothing from it.</summary>
public interface IBlobCreatedQueueWatch
{
    /// <summary>How it stands.</summary>
    Task<BlobCreatedQueueState> LookAsync(CancellationToken cancellation = default);
}
