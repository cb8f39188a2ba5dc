using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Compiling;

/// <summary>A part of a report for which another file counts than before.</summary>
/// <param name="Part">The part.</param>
/// <param name="Before">What counted, or null.</param>
/// <param name="Now">What counts, or null.</param>
public sealed record PartChange(PartId Part, CountingFile? Before, CountingFile? Now);
