using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Access;

/// <summary>Lets in as operator whoever shows one fixed bearer token: for tests of a host that has no sign-in, in Development only.</summary>
internal sealed class DevelopmentAccess(string token) : IStaffAccess
{
    /// <summary>The setting with the token; a setting of the machine, not of the product.</summary>
    public const string Setting = "REVIEW_OPERATOR_TOKEN";

    private readonly byte[] expected = Encoding.UTF8.GetBytes($"Bearer {token}");

    /// <inheritdoc/>
    public StaffMember? Find(HttpContext context) =>
        CryptographicOperations.FixedTimeEquals(
            expected,
            Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString())
        )
            ? new StaffMember("development", StaffRole.Operator)
            : null;

    /// <inheritdoc/>
    public string? SignInAddress(HttpRequest request) => null;
}
