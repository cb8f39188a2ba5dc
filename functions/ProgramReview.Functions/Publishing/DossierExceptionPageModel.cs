using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>A page of the reports of a dossier with one exception.</summary>
public sealed record DossierExceptionPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The reports of this page.</summary>
    public required ExceptionGroup Group { get; init; }

    /// <summary>Which page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The dossier.</summary>
    public required string BackPath { get; init; }

    /// <summary>The last page, from 1.</summary>
    public int Last =>
        (Group.Count + DossierReader.MostOfAnException - 1) / DossierReader.MostOfAnException;
}
