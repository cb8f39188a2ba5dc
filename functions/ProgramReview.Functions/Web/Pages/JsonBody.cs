using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Reads the JSON that programs send; what is not JSON is nothing, not an exception.</summary>
internal static class JsonBody
{
    /// <summary>The value of usual size, or null if the body is no JSON of this shape.</summary>
    public static Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class => ReadAsync<T>(request, RequestBody.Usual, cancellation);

    /// <summary>The value, or null if the body is no JSON of this shape. JSON is UTF-8, whatever charset is claimed (RFC 8259).</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<T?> ReadAsync<T>(
        HttpRequest request,
        long limit,
        CancellationToken cancellation
    )
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return null;
        }
        RequestBody.Limit(request, limit);
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(
                request.Body,
                JsonSerializerOptions.Web,
                cancellation
            );
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
