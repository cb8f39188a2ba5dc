using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Host.Commands;

/// <summary>A file that was checked on the command line.</summary>
/// <param name="Path">As it was given.</param>
/// <param name="Part">Which part it was checked as.</param>
/// <param name="Subject">What it holds; null where it was not read.</param>
/// <param name="Findings">What was found.</param>
internal sealed record CheckedFile(
    string Path,
    ReportPart Part,
    CheckSubject? Subject,
    IReadOnlyList<Finding> Findings
);
