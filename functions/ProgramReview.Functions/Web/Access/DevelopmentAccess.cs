using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Access;

/// <summary>Lets in as operator whoever shows one fixed bearer token: for tests of a host that has no sign-in, in Development only.</summary>
internal sealed class DevelopmentAccess(string token) : IStaffAccess
{
    /// <summary>The setting with the token; a setting of the machine, not of the product.</summary>
    public const string Setting = "REVIEW_OPERATOR_TOKEN";

    /// <summary>The header in which a test says whose account is signed in.</summary>
    public const string AddressHeader = "X-Review-Signed-In";

    private readonly byte[] expected = Encoding.UTF8.GetBytes($"Bearer {token}");

    /// <inheritdoc/>
    public StaffMember? Find(HttpContext context) =>
        HasToken(context) ? new StaffMember("development", StaffRole.Operator) : null;

    /// <inheritdoc/>
    public string? AddressOf(HttpContext context) =>
        HasToken(context)
        && context.Request.Headers[AddressHeader].ToString() is { Length: > 0 } address
            ? address
            : null;

    /// <inheritdoc/>
    public string? SignInAddress(HttpRequest request) => null;

    private bool HasToken(HttpContext context) =>
        CryptographicOperations.FixedTimeEquals(
            expected,
            Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString())
        );
}
