namespace ProgramReview.Functions.Uploading;

/// <summary>Looks at the doorbell queue and takes nothing from it.</summary>
public interface IDoorbellWatch
{
    /// <summary>How it stands.</summary>
    Task<DoorbellState> LookAsync(CancellationToken cancellation = default);
}
