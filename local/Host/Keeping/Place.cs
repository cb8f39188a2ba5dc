namespace ProgramReview.Local.Host.Keeping;

/// <summary>What of a cycle lies in one place of storage.</summary>
/// <param name="Name">The table or container.</param>
/// <param name="Count">How many rows or blobs.</param>
/// <param name="Bytes">How many bytes in blobs; null for rows.</param>
internal sealed record Place(string Name, long Count, long? Bytes = null);
