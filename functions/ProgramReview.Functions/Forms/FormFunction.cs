using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Forms;

/// <summary>Gives a body the forms of its report, made as they are asked for. Fetching them changes nothing.</summary>
internal sealed class FormFunction(LinkGate gate, LinkProblem problem, TimeProvider clock)
{
    /// <summary>Answers with the file.</summary>
    [Function(nameof(FormFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "u/{token}/forms/{form}")]
            HttpRequest request,
        string token,
        string form,
        CancellationToken cancellation
    ) =>
        await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is { } held
        && FileOf(
            held.Cycle.Plan,
            AssignmentId.Parse(held.Link.Subject),
            held.Page(request, clock.GetUtcNow()).Language,
            form
        )
            is { } file
            ? file
            : await problem.AnswerAsync(request, token);

    private static FormDownload? FileOf(
        PlanLookup plan,
        AssignmentId assignment,
        Language language,
        string form
    ) =>
        form == FormAddress.Of(FormKind.All)
            ? new FormDownload(
                FormName.Of("form.all.name", plan, assignment, language, ".zip"),
                FormName.Plain(FormKind.All, assignment, ".zip"),
                FormBundle.ContentType,
                (target, cancellation) =>
                    FormBundle.WriteAsync(plan, assignment, language, target, cancellation)
            )
            : FormFiles
                .Of(plan, assignment, language)
                .Where(file => form == FormAddress.Of(file.Kind))
                .Select(file => new FormDownload(
                    file.Name,
                    file.PlainName,
                    file.ContentType,
                    (target, cancellation) => target.WriteAsync(file.Write(), cancellation).AsTask()
                ))
                .FirstOrDefault();
}
