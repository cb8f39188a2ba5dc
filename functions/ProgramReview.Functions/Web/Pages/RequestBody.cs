using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>The one place that says how much of a body is taken, and that reads the rest of it before the answer.</summary>
internal static class RequestBody
{
    /// <summary>What a body may hold where nobody says otherwise: fields that a person fills in.</summary>
    public const long Usual = 1024 * 1024;

    /// <summary>The most that is ever read; the Functions host lets through no more.</summary>
    private const long Most = 104_857_600;

    /// <summary>
    /// Lets the server read on where a function stops. The Functions host forwards a body while it waits for the answer; an answer to a body that
    /// was not read breaks that, and the sender gets a blank error in place of the reason.
    /// </summary>
    public static void Lift(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Most;
        }
    }

    /// <summary>Has the reader of the body stop with 413 after so many bytes.</summary>
    /// <exception cref="BadHttpRequestException">The sender announced more.</exception>
    public static void Limit(HttpRequest request, long bytes)
    {
        if (request.ContentLength > bytes)
        {
            throw BoundedBody.TooLarge(bytes);
        }
        request.Body = new BoundedBody(request.Body, bytes);
    }

    /// <summary>Reads what nobody wanted, to the end or to the bound; whoever stops sending gets no answer anyway.</summary>
    /// <param name="body">The body as the server gave it.</param>
    /// <param name="cancellation">The sender is gone.</param>
    public static async Task FinishAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            await body.CopyToAsync(Stream.Null, cancellation);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException) { }
    }
}
