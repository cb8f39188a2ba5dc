using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Access;

namespace ProgramReview.Local.Host.Product;

/// <summary>On this machine whoever can reach the loopback address is the operator: the host listens nowhere else.</summary>
internal sealed class LoopbackOperator : IOperatorAccess
{
    private static readonly string Name = $"{Environment.UserName} on this machine";

    /// <inheritdoc/>
    public string? NameOf(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && System.Net.IPAddress.IsLoopback(address)
            ? Name
            : null;
}
