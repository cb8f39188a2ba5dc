namespace ProgramReview.Functions.Uploading;

/// <summary>How the doorbell stands.</summary>
/// <param name="Oldest">How long the oldest message has been waiting; zero if none waits.</param>
/// <param name="PutAside">About how many messages were put aside after their last try.</param>
public sealed record BlobCreatedQueueState(TimeSpan Oldest, long PutAside);
