namespace ProgramReview.Local.Host.Functions;

/// <summary>A message taken from a queue.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Receipt">What proves that we hold it.</param>
/// <param name="Text">The text as it was written, still encoded.</param>
/// <param name="DequeueCount">How often it has been taken, this time included.</param>
internal sealed record QueuedMessage(string Id, string Receipt, string Text, long DequeueCount);
