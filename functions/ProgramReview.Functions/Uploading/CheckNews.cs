namespace ProgramReview.Functions.Uploading;

/// <summary>Tells whoever waits in this process that a check is on record; what another process recorded has to be looked for.</summary>
public sealed class CheckNews
{
    /// <summary>A check of a file is on record: its name in storage.</summary>
    public event Action<string>? Recorded;

    /// <summary>Tells of it; may be told again.</summary>
    public void Tell(string blobName) => Recorded?.Invoke(blobName);
}
