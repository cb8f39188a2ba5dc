using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Reads the forms that pages post; what is broken or no form is nothing, not an exception.</summary>
internal static class FormBody
{
    /// <summary>The form of usual size, or null if the body is none.</summary>
    public static Task<IFormCollection?> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    ) => ReadAsync(request, RequestBody.Usual, cancellation);

    /// <summary>The form, or null if the body is none. A body over the limit stays an exception with its own status.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<IFormCollection?> ReadAsync(
        HttpRequest request,
        long limit,
        CancellationToken cancellation
    )
    {
        if (!request.HasFormContentType)
        {
            return null;
        }
        RequestBody.Limit(request, limit);
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (Exception broken)
            // Not supported: a charset that the platform knows and refuses, UTF-7.
            when (broken
                    is InvalidDataException
                        or NotSupportedException
                        or IOException
                        and not BadHttpRequestException
            )
        {
            return null;
        }
    }
}
