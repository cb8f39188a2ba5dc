using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Web.Links;

/// <summary>Opens tokens: what a link is good for now, if anything.</summary>
public sealed class LinkGate(LinkTokens tokens, ILinkStore links, Cycles cycles, TimeProvider clock)
{
    /// <summary>
    /// The link behind a genuine, unexpired, unrevoked token of this purpose, whose holder still answers for what it is about; else null,
    /// with no hint which.
    /// </summary>
    public async Task<HeldLink?> OpenAsync(
        string? token,
        LinkPurpose purpose,
        CancellationToken cancellation
    ) =>
        await FindAsync(token, cancellation) is { Revoked: false } link
        && link.Purpose == purpose
        && clock.GetUtcNow() < link.Expires
        && await ReadAsync(link, cancellation) is { HasPassedOn: false } held
            ? held
            : null;

    /// <summary>The link behind a genuine token, expired or revoked or not: good for offering a fresh one, for nothing else.</summary>
    public async Task<Link?> FindAsync(string? token, CancellationToken cancellation) =>
        tokens.IdOf(token) is { } id ? await links.FindAsync(id, cancellation) : null;

    /// <summary>The link with its cycle as it is now, or null if that was never started.</summary>
    public async Task<HeldLink?> ReadAsync(Link link, CancellationToken cancellation) =>
        await cycles.FindAsync(link.Cycle, cancellation) is { } cycle
            ? new HeldLink(link, cycle)
            : null;
}
