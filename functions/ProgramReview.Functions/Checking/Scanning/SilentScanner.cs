using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Checking.Scanning;

/// <summary>Answers to no question: there is no scanner, or one that speaks by itself.</summary>
/// <param name="mode">Which of the two.</param>
internal sealed class SilentScanner(ScanMode mode) : IMalwareScanner
{
    /// <inheritdoc/>
    public ScanMode Mode => mode;

    /// <inheritdoc/>
    public Task<ScanResult?> AskAsync(Stream content, CancellationToken cancellation) =>
        Task.FromResult<ScanResult?>(null);
}
