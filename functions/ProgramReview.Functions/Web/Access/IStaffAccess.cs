using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Access;

/// <summary>Tells who signed in a request comes from.</summary>
public interface IStaffAccess
{
    /// <summary>Who asks, or null if it is nobody of the staff.</summary>
    StaffMember? Find(HttpContext context);

    /// <summary>The address of the account that is signed in, of the staff or not; null if none is.</summary>
    string? AddressOf(HttpContext context);

    /// <summary>Where a person signs in and comes back to this page from; null where one cannot.</summary>
    string? SignInAddress(HttpRequest request);
}
