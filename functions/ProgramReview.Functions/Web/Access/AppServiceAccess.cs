using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Web.Access;

/// <summary>
/// Believes the principal that App Service authentication puts into the header <c>X-MS-CLIENT-PRINCIPAL</c>, if the settings say that it
/// stands in front: the platform then removes whatever a caller sent under that name.
/// </summary>
internal sealed class AppServiceAccess(IOptions<AccessOptions> options) : IStaffAccess
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const string ProgramPrefix = "app:";
    private const string Upn = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn";

    /// <inheritdoc/>
    public StaffMember? Find(HttpContext context) =>
        PrincipalOf(context) is { } principal
            ? Read(principal.Claims ?? [], principal.RoleType ?? "roles")
            : null;

    /// <inheritdoc/>
    // Both names are given by whoever administers the accounts; the claim "email" can be what an account says of itself.
    public string? AddressOf(HttpContext context) =>
        PrincipalOf(context)
            ?.Claims?.FirstOrDefault(claim => claim.Type is "preferred_username" or Upn)
            ?.Value;

    /// <inheritdoc/>
    public string? SignInAddress(HttpRequest request) =>
        options.Value.BehindAppServiceAuthentication
            ? $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(request.PathBase + request.Path + request.QueryString)}"
            : null;

    private Principal? PrincipalOf(HttpContext context)
    {
        var header = context.Request.Headers[Header].ToString();
        if (!options.Value.BehindAppServiceAuthentication || header.Length == 0)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<Principal>(
                Encoding.UTF8.GetString(Convert.FromBase64String(header)),
                JsonSerializerOptions.Web
            );
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            return null;
        }
    }

    private StaffMember? Read(IReadOnlyList<Claim> claims, string roleType)
    {
        var name = NameIn(claims);
        var roles = claims
            .Where(claim => claim.Type == roleType || claim.Type == "roles")
            .Select(claim => RoleOf(claim.Value))
            .ToList();
        return string.IsNullOrWhiteSpace(name) || roles.Max() is not { } role
            ? null
            : new StaffMember(name, role);
    }

    private static string? NameIn(IReadOnlyList<Claim> claims)
    {
        if (Find("name", "preferred_username") is { } person)
        {
            // No person can call themselves as programs are called here.
            return person.StartsWith(ProgramPrefix, StringComparison.OrdinalIgnoreCase)
                ? null
                : person;
        }
        // A program that signs in for itself has an id and acts within nobody's scope; a token with a scope is a person's.
        return
            Find("scp", "http://schemas.microsoft.com/identity/claims/scope") is null
            && Guid.TryParse(Find("azp", "appid"), out var program)
            ? $"{ProgramPrefix}{program}"
            : null;

        string? Find(params ReadOnlySpan<string> types)
        {
            foreach (var claim in claims)
            {
                if (types.Contains(claim.Type))
                {
                    return claim.Value;
                }
            }
            return null;
        }
    }

    private StaffRole? RoleOf(string value) =>
        value.Length == 0 ? null
        : value == options.Value.OperatorRole ? StaffRole.Operator
        : value == options.Value.AuditorRole ? StaffRole.Auditor
        : value == options.Value.ViewerRole ? StaffRole.Viewer
        : null;

    private sealed record Principal(
        [property: JsonPropertyName("role_typ")] string? RoleType,
        IReadOnlyList<Claim>? Claims
    );

    private sealed record Claim(
        [property: JsonPropertyName("typ")] string Type,
        [property: JsonPropertyName("val")] string Value
    );
}
