using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Web.Links;

/// <summary>Opens tokens: what a link is good for now, if anything.</summary>
public sealed class LinkGate(
    LinkTokens tokens,
    ILinkStore links,
    IEventStore record,
    TimeProvider clock
)
{
    /// <summary>
    /// The link behind a genuine, unexpired, unrevoked token of this purpose, whose holder still answers for what it is about; else null,
    /// with no hint which.
    /// </summary>
    public async Task<Link?> OpenAsync(
        string? token,
        LinkPurpose purpose,
        CancellationToken cancellation
    )
    {
        var link = await FindAsync(token, cancellation);
        return
            link is not null
            && link.Purpose == purpose
            && !link.Revoked
            && clock.GetUtcNow() < link.Expires
            && !await HasPassedOnAsync(link, cancellation)
            ? link
            : null;
    }

    /// <summary>The link behind a genuine token, expired or revoked or not: good for offering a fresh one, for nothing else.</summary>
    public async Task<Link?> FindAsync(string? token, CancellationToken cancellation) =>
        tokens.IdOf(token) is { } id ? await links.FindAsync(id, cancellation) : null;

    /// <summary>
    /// Whether the duty that a link is about has passed from its holder to somebody else. The record says so, not the link: whenever and for
    /// whatever mail a link was made, it is dead from the handover on.
    /// </summary>
    public async Task<bool> HasPassedOnAsync(Link link, CancellationToken cancellation) =>
        link.Purpose == LinkPurpose.Upload
        && AssignmentId.TryParse(link.Subject, null, out var about)
        && CycleState
            .Of(await record.ReadAsync(link.Cycle.Stream, cancellation))
            .HolderNow(about.Body, link.Person) != link.Person;
}
