using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Access;

/// <summary>Tells which operator a request comes from.</summary>
public interface IOperatorAccess
{
    /// <summary>The operator's name as it will stand in the record, or null if the request is not an operator's.</summary>
    string? NameOf(HttpContext context);
}
