namespace ProgramReview.Functions.Uploading;

/// <summary>How a queue stands.</summary>
/// <param name="Oldest">How long the oldest message has been waiting; zero if none waits.</param>
/// <param name="Held">About how many messages wait or are being worked on.</param>
/// <param name="PutAside">About how many messages were put aside after their last try.</param>
public sealed record QueueState(TimeSpan Oldest, long Held, long PutAside);
