using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;

namespace ProgramReview.Functions.Narrative;

/// <summary>The text that counts for a report.</summary>
/// <param name="Part">The part that it came for.</param>
/// <param name="File">The file that says it.</param>
/// <param name="Text">What it says; null where nothing could be read of it.</param>
public sealed record CountingText(PartId Part, CountingFile File, ReportText? Text);
