using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Publishing;

/// <summary>The page of a published dossier as a kept file: drawn once in each language, and never again.</summary>
public static class PublishedPage
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>The document that holds it.</summary>
    public static string NameOf(CycleId cycle, string dossierHash, Language language) =>
        $"published/{cycle}/{dossierHash}.{language.ToString().ToLowerInvariant()}.html";
}
