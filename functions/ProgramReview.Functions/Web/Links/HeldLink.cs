using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Web.Links;

/// <summary>A genuine link with its cycle as it was read to look at it; a request hands both on.</summary>
/// <param name="Link">The link.</param>
/// <param name="Cycle">The cycle.</param>
public sealed record HeldLink(Link Link, RunningCycle Cycle)
{
    /// <summary>
    /// Whether the duty that the link is about has passed from its holder to somebody else. The record says so, not the link: whenever and for
    /// whatever mail it was made, it is dead from the handover on.
    /// </summary>
    public bool HasPassedOn =>
        Link.Purpose switch
        {
            LinkPurpose.Upload => Cycle.State.HolderNow(
                AssignmentId.Parse(Link.Subject).Body,
                Link.Person
            ) != Link.Person,
            LinkPurpose.Decide => Cycle.State.Round(
                int.Parse(Link.Subject, CultureInfo.InvariantCulture)
            )
                is { } round
                && round.IsPassed(Link.Person),
            _ => false,
        };

    /// <summary>The context of a page or message for the holder: in their registered language unless they chose another.</summary>
    public PageContext Page(HttpRequest request, DateTimeOffset now) =>
        PageContext.For(
            request,
            Cycle.Plan.FindPerson(Link.Person)?.Language ?? Language.Vi,
            now,
            Cycle.Plan
        );
}
