namespace ProgramReview.Functions.Links;

/// <summary>Opens tokens: what a link is good for now, if anything.</summary>
public sealed class LinkGate(LinkTokens tokens, ILinkStore links, TimeProvider clock)
{
    /// <summary>The link behind a genuine, unexpired, unrevoked token of this purpose; else null, with no hint which.</summary>
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
            ? link
            : null;
    }

    /// <summary>The link behind a genuine token, expired or revoked or not: good for offering a fresh one, for nothing else.</summary>
    public async Task<Link?> FindAsync(string? token, CancellationToken cancellation) =>
        tokens.IdOf(token) is { } id ? await links.FindAsync(id, cancellation) : null;
}
