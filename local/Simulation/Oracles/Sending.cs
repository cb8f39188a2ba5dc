namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>A mail in the hands of the provider.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Person">Whose address it went to.</param>
/// <param name="Link">The link in it, or null.</param>
/// <param name="HadRow">Whether it stood in the outbox by then.</param>
/// <param name="At">Its place in the order of all that happened.</param>
/// <param name="Began">When the attempt to send it had begun.</param>
internal sealed record Sending(
    string Id,
    string Person,
    Uri? Link,
    bool HadRow,
    int At = 0,
    int Began = 0
)
{
    /// <summary>When it was handed over.</summary>
    public DateTimeOffset Time { get; init; }
}
