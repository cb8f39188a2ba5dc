using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Reads the forms that pages post; what is broken or no form is nothing, not an exception.</summary>
internal static class FormBody
{
    /// <summary>The form, or null if the body is none. A body over the limit stays an exception with its own status.</summary>
    public static async Task<IFormCollection?> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (!request.HasFormContentType)
        {
            return null;
        }
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (Exception broken)
            when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }
}
