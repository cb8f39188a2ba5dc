namespace ProgramReview.Functions.Web.Links;

/// <summary>Keeps what tokens open, by token id.</summary>
public interface ILinkStore
{
    /// <summary>Stores a link unless its id exists.</summary>
    Task AddAsync(Link link, CancellationToken cancellation = default);

    /// <summary>The link of this id, or null.</summary>
    Task<Link?> FindAsync(string id, CancellationToken cancellation = default);

    /// <summary>Takes a link back; no error if it is not there.</summary>
    Task RevokeAsync(string id, CancellationToken cancellation = default);
}
