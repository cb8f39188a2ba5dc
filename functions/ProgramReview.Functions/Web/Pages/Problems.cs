using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>
/// Says that something went wrong: as a page to people, as an RFC 9457 problem with a stable <c>code</c> to programs. Never a stack trace.
/// </summary>
public sealed class Problems(PageRenderer renderer, TimeProvider clock)
{
    /// <summary>Answers a request with an error.</summary>
    /// <param name="http">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">Stable; see the table in the documentation.</param>
    /// <param name="reference">Found again in the logs, or null.</param>
    public async Task WriteAsync(
        HttpContext http,
        int status,
        string code,
        string? reference = null
    )
    {
        var result = WantsPage(http.Request)
            ? await PageAsync(http.Request, status, reference)
            : Of(status, code, null, reference);
        await result.ExecuteAsync(http);
    }

    /// <summary>A problem for programs.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">Stable.</param>
    /// <param name="detail">What, where and how to mend it, in English; or null.</param>
    /// <param name="reference">Found again in the logs, or null.</param>
    /// <param name="faults">Single faults, or null.</param>
    /// <param name="field">The field it is about, or null.</param>
    /// <param name="receipt">Where the receipt of a refused attempt is found, or null.</param>
    public static IResult Of(
        int status,
        string code,
        string? detail = null,
        string? reference = null,
        IEnumerable<string>? faults = null,
        string? field = null,
        object? receipt = null
    )
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        if (reference is not null)
        {
            extensions["reference"] = reference;
        }
        if (faults is not null)
        {
            extensions["faults"] = faults.ToArray();
        }
        if (field is not null)
        {
            extensions["field"] = field;
        }
        if (receipt is not null)
        {
            extensions["receipt"] = receipt;
        }
        return Results.Problem(detail, statusCode: status, extensions: extensions);
    }

    /// <summary>A refusal as a problem for programs, in English.</summary>
    /// <param name="context">The plan whose zone instants are shown in.</param>
    /// <param name="refusal">The refusal.</param>
    /// <param name="faults">Single faults, or null.</param>
    public static IResult Of(
        PageContext context,
        Refusal refusal,
        IEnumerable<string>? faults = null
    ) =>
        Of(
            RefusalText.StatusOf(refusal.Kind),
            refusal.Code,
            RefusalText.Show(context with { Language = Language.En }, refusal),
            faults: faults,
            field: refusal.Field
        );

    /// <summary>Answers with an error: a page to people, a problem to programs.</summary>
    public async Task<IResult> AnswerAsync(
        HttpRequest request,
        int status,
        string code,
        string detail
    ) => WantsPage(request) ? await PageAsync(request, status) : Of(status, code, detail);

    /// <summary>An error page in all languages, the reader's first.</summary>
    public Task<IResult> PageAsync(HttpRequest request, int status, string? reference = null) =>
        PageAsync(
            request,
            status,
            status switch
            {
                StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound =>
                    ErrorKind.NotFound,
                StatusCodes.Status413PayloadTooLarge => ErrorKind.TooLarge,
                StatusCodes.Status503ServiceUnavailable => ErrorKind.Unavailable,
                < 500 => ErrorKind.BadRequest,
                _ => ErrorKind.Unexpected,
            },
            reference
        );

    /// <summary>The same about an error that its status does not name.</summary>
    public async Task<IResult> PageAsync(
        HttpRequest request,
        int status,
        ErrorKind kind,
        string? reference = null
    )
    {
        var model = new ErrorPageModel(ReaderOf(request, clock.GetUtcNow()), kind, reference);
        return new PageResult(await renderer.RenderAsync<ErrorPage>(model), status);
    }

    /// <summary>
    /// The reader of a page that says what went wrong, in all languages: if it answers a form, there may be no page at its address to come
    /// back to in another language, and the first page is.
    /// </summary>
    internal static PageContext ReaderOf(HttpRequest request, DateTimeOffset now)
    {
        var reader = PageContext.For(request, Language.Vi, now, plan: null);
        return HttpMethods.IsGet(request.Method) ? reader : reader with { Here = "/" };
    }

    /// <summary>Whether a browser asks, rather than a program.</summary>
    public static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
