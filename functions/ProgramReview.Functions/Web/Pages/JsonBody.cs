using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Reads the JSON that programs send; what is not JSON is nothing, not an exception.</summary>
internal static class JsonBody
{
    /// <summary>The value, or null if the body is no JSON of this shape.</summary>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return null;
        }
        try
        {
            return await request.ReadFromJsonAsync<T>(cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
