using System.Net;
using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Access;

namespace ProgramReview.Local.Host.Product;

/// <summary>Whoever sits at this machine runs the review: requests from elsewhere never get here.</summary>
internal sealed class LocalOperatorAccess : IOperatorAccess
{
    /// <inheritdoc/>
    public string? NameOf(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            ? "local operator"
            : null;
}
