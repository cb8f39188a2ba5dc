namespace ProgramReview.Local.Host.Keeping;

/// <summary>What of a cycle lies in one place of storage.</summary>
/// <param name="Name">The table or container.</param>
/// <param name="Count">How many rows or blobs.</param>
/// <param name="Bytes">How many bytes in blobs; null for rows.</param>
/// <param name="IsHeld">Whether a time policy or a legal hold is on the container: younger blobs cannot be deleted.</param>
internal sealed record Place(string Name, long Count, long? Bytes = null, bool IsHeld = false);
