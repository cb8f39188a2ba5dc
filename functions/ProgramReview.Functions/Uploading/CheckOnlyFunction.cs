using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>
/// Checks a file that is not sent: the bytes in the body, or the page's form. It answers the POST itself, since nothing is kept that a page
/// could be led back to.
/// </summary>
internal sealed class CheckOnlyFunction(
    LinkGate gate,
    UnsentFileCheck check,
    CheckDoor door,
    LinkAddresses addresses,
    PageRenderer renderer,
    LinkProblem problem,
    TimeProvider clock
)
{
    private const long MaxFile = 30 * 1024 * 1024;

    // Room for the multipart frame around the file.
    private const long Frame = 64 * 1024;

    private static readonly TimeSpan WhenFull = TimeSpan.FromSeconds(15);

    /// <summary>Answers with what was found: a page to people, JSON to programs.</summary>
    [Function(nameof(CheckOnlyFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "u/{token}/check/{part}")]
            HttpRequest request,
        string token,
        string part,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        var id = new PartId(AssignmentId.Parse(held.Link.Subject), part);
        if (held.Cycle.Plan.ReportType(id.Assignment.ReportType).FindPart(part) is null)
        {
            return await problem.AnswerAsync(request, token);
        }
        var page = addresses.Of(LinkPurpose.Upload, held.Link.Id).AbsolutePath;
        var model = new CheckOnlyModel
        {
            Context = held.Page(request, clock.GetUtcNow()) with { Here = page },
            Part = id,
            BackPath = $"{page}#part-{part}",
        };
        using var pass = door.Enter($"{held.Link.Cycle}/{held.Link.Person}", out var wait);
        if (pass is null)
        {
            return await PausedAsync(request, model, wait);
        }
        Stream? content;
        try
        {
            (content, model) = await OpenAsync(request, model, cancellation);
            if (content is null)
            {
                return await RefuseAsync(request, model, 422, "check-only.none", "file-empty");
            }
            model = model with
            {
                Findings = await check.RunAsync(held.Cycle, id, content, cancellation),
            };
        }
        catch (BadHttpRequestException over)
            when (over.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await RefuseAsync(request, model, 413, "check-only.large", "check-too-large");
        }
        EventMeter.CountCheckOnly(held.Link.Cycle, model.Findings!);
        return Problems.WantsPage(request) ? await PageAsync(model) : Json(model);
    }

    private static async Task<(Stream? Content, CheckOnlyModel Model)> OpenAsync(
        HttpRequest request,
        CheckOnlyModel model,
        CancellationToken cancellation
    )
    {
        if (!request.HasFormContentType)
        {
            RequestBody.Limit(request, MaxFile);
            return (request.Body, model);
        }
        var file = (await FormBody.ReadAsync(request, MaxFile + Frame, cancellation))?.Files[
            "file"
        ];
        return file is null or { FileName: "" }
            ? (null, model)
            : (file.OpenReadStream(), model with { FileName = HumanText.Clean(file.FileName) });
    }

    private async Task<IResult> PausedAsync(
        HttpRequest request,
        CheckOnlyModel model,
        TimeSpan wait
    )
    {
        var isFull = wait == TimeSpan.Zero;
        var seconds = (int)Math.Ceiling((isFull ? WhenFull : wait).TotalSeconds);
        request.HttpContext.Response.Headers.RetryAfter = seconds.ToString(
            CultureInfo.InvariantCulture
        );
        return await RefuseAsync(
            request,
            model,
            StatusCodes.Status429TooManyRequests,
            isFull ? "check-only.busy" : "check-only.paused",
            isFull ? "checks-busy" : "checked-too-often",
            InstantText.FullExact(model.Context, model.Context.Now.AddSeconds(seconds))
        );
    }

    private async Task<IResult> RefuseAsync(
        HttpRequest request,
        CheckOnlyModel model,
        int status,
        string words,
        string code,
        string? place = null
    )
    {
        var language = model.Context.Language;
        var text = Text.Get(language, words, place ?? Numbers.Size(language, MaxFile));
        return Problems.WantsPage(request)
            ? await PageAsync(model with { Problem = text }, status)
            : Problems.Of(status, code, text);
    }

    private async Task<IResult> PageAsync(CheckOnlyModel model, int status = 200) =>
        new PageResult(await renderer.RenderAsync<CheckOnlyPage>(model), status);

    private static IResult Json(CheckOnlyModel model) =>
        Results.Json(
            new
            {
                part = model.Part.Part,
                acceptable = model.Findings!.All(finding => finding.Severity < Severity.Error),
                findings = model.Findings!.Select(finding =>
                    FindingLine.Of(model.Context, model.Part.Assignment.ReportType, finding)
                ),
            }
        );
}
