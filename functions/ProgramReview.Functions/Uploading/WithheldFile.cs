using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>The answer to whoever asks for a file that is withheld: a page to people, a problem to programs.</summary>
/// <param name="problems">Says so.</param>
/// <param name="code">As <see cref="FileGate.Withholds"/>.</param>
internal sealed class WithheldFile(Problems problems, string code) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (kind, status, detail) =
            code == ScanResult.Infected
                ? (
                    ErrorKind.Infected,
                    StatusCodes.Status410Gone,
                    "Malware was found in this file. It is kept as evidence and handed to nobody."
                )
                : (
                    ErrorKind.NotScanned,
                    StatusCodes.Status409Conflict,
                    "No scanner has said yet that this file is clean. Ask again later."
                );
        var answer = Problems.WantsPage(httpContext.Request)
            ? await problems.PageAsync(httpContext.Request, status, kind)
            : Problems.Of(status, code, detail);
        await answer.ExecuteAsync(httpContext);
    }
}
