using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Where and to whom a dossier is shown.</summary>
/// <param name="Path">The path its manifest and files lie below.</param>
/// <param name="Reader">The reader, the instant, and the plan.</param>
/// <param name="Audience">Who reads it; whoever owed a report, decides, looks after or audits the cycle takes part in it.</param>
/// <param name="Back">The page it was opened from, or null if it stands alone.</param>
public sealed record DossierPlace(
    string Path,
    PageContext Reader,
    Readers Audience,
    WayBack? Back = null
)
{
    /// <summary>What holds up the round, for those who can see to it; none for others.</summary>
    public IReadOnlyList<RoundConcern> Concerns { get; init; } = [];

    /// <summary>Whether caches and search engines may keep it.</summary>
    public bool IsPublic => Audience == Readers.Everybody;

    /// <summary>What is asked for by query.</summary>
    public IQueryCollection Query { get; init; } = QueryCollection.Empty;

    /// <summary>Which page of what is listed, from 1.</summary>
    public int Page => PageNumber.Of(Query);
}
