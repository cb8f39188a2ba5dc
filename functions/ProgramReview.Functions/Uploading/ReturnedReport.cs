using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Uploading;

/// <summary>A report that operations sent back, as its body is told.</summary>
/// <param name="By">Who returned it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">What is to be mended, in their words.</param>
/// <param name="Items">The same in detail; empty if the reason says it all.</param>
public sealed record ReturnedReport(
    string By,
    DateTimeOffset At,
    string Reason,
    IReadOnlyList<ReturnItem> Items
);
