using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Compiling;

/// <summary>Something that a dossier says of a report and the one before did not, or the other way round.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Exception">What is said.</param>
/// <param name="HasCome">Whether it is said now; false if it was said before.</param>
public sealed record ExceptionChange(
    AssignmentId Assignment,
    DossierException Exception,
    bool HasCome
);
