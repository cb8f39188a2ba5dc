using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Local.Host.Pages;

namespace ProgramReview.Local.Host.Product;

/// <summary>On this machine whoever can reach the loopback address is the operator: the host listens nowhere else.</summary>
internal sealed class LoopbackOperator : IStaffAccess
{
    private static readonly string Name = $"{Environment.UserName} on this machine";

    /// <inheritdoc/>
    public StaffMember? Find(HttpContext context) =>
        IsHere(context) ? new StaffMember(Name, StaffRole.Operator) : null;

    /// <inheritdoc/>
    public string? AddressOf(HttpContext context) =>
        IsHere(context) ? SignInPages.AccountOf(context.Request) : null;

    /// <inheritdoc/>
    public string? SignInAddress(HttpRequest request) =>
        IsHere(request.HttpContext) ? SignInPages.AddressFor(request) : null;

    private static bool IsHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && System.Net.IPAddress.IsLoopback(address);
}
