using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Access;

/// <summary>
/// Believes the principal that App Service authentication puts into the header <c>X-MS-CLIENT-PRINCIPAL</c>, if the operator says that
/// it stands in front: the platform then removes whatever a caller sent under that name.
/// </summary>
internal sealed class AppServiceOperatorAccess(IOptions<AccessOptions> options) : IOperatorAccess
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <inheritdoc/>
    public string? NameOf(HttpContext context)
    {
        var (role, header) = (
            options.Value.OperatorRole,
            context.Request.Headers[Header].ToString()
        );
        if (!options.Value.BehindAppServiceAuthentication || role.Length == 0 || header.Length == 0)
        {
            return null;
        }
        try
        {
            var principal = JsonSerializer.Deserialize<Principal>(
                Encoding.UTF8.GetString(Convert.FromBase64String(header)),
                JsonSerializerOptions.Web
            );
            var claims = principal?.Claims ?? [];
            var roleType = principal?.RoleType ?? "roles";
            return claims.Any(claim =>
                (claim.Type == roleType || claim.Type == "roles") && claim.Value == role
            )
                ? claims
                    .FirstOrDefault(claim => claim.Type is "name" or "preferred_username")
                    ?.Value
                : null;
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Principal(
        [property: System.Text.Json.Serialization.JsonPropertyName("role_typ")] string? RoleType,
        IReadOnlyList<Claim>? Claims
    );

    private sealed record Claim(
        [property: System.Text.Json.Serialization.JsonPropertyName("typ")] string Type,
        [property: System.Text.Json.Serialization.JsonPropertyName("val")] string Value
    );
}
