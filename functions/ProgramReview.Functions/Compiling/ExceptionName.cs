using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>What exceptions are called in addresses, and which of them a phase says by itself.</summary>
public static class ExceptionName
{
    /// <summary>The name of an exception.</summary>
    public static string Of(DossierException kind) => Text.Hyphenate(kind.ToString());

    /// <summary>The exception of a name, or null if there is none.</summary>
    public static DossierException? Find(string? name) =>
        Enum.GetValues<DossierException>()
            .Where(kind => Of(kind) == name)
            .Select(kind => (DossierException?)kind)
            .FirstOrDefault();

    /// <summary>The exception that a phase is by itself, or null: where phases are counted it is not counted again.</summary>
    public static DossierException? Of(AssignmentPhase phase) =>
        phase switch
        {
            AssignmentPhase.Late => DossierException.Late,
            AssignmentPhase.Missing => DossierException.Missing,
            AssignmentPhase.Exempt => DossierException.Exempt,
            _ => null,
        };
}
