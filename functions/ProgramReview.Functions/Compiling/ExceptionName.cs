using ProgramReview.Core.Compiling;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>What exceptions are called in addresses.</summary>
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
}
