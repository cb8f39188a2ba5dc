using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The links behind a line.</summary>
internal sealed class LinedLinks(ILinkStore inner, Line line) : ILinkStore
{
    public Task AddAsync(Link link, CancellationToken cancellation) =>
        line.WriteAsync(
            $"add link of {link.Person} for {link.Subject}",
            () => inner.AddAsync(link, cancellation)
        );

    public Task<Link?> FindAsync(string id, CancellationToken cancellation) =>
        line.ReadAsync("find link", () => inner.FindAsync(id, cancellation));

    public Task RevokeAsync(string id, CancellationToken cancellation) =>
        line.WriteAsync("revoke link", () => inner.RevokeAsync(id, cancellation));
}
