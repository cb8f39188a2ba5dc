using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>Takes from an approver who stands in for them in a round, or that nobody does any more; it takes the act of a decision.</summary>
internal sealed class DeputyFunction(
    LinkGate gate,
    SecondSteps steps,
    DeputyRecorder recorder,
    FormAnswers answers,
    LinkProblem problem,
    TimeProvider clock
)
{
    private const string Form = "deputy";
    private const string PersonField = "deputy";
    private const string RevokeField = "revoke";
    private const string PressField = "id";
    private const string NameField = "name";
    private const string EmailField = "email";
    private const string LanguageField = "language";

    /// <summary>Records it and leads to the page that shows it, or to the page that says why not.</summary>
    [Function(nameof(DeputyFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a/{token}/deputy")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Decide, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        if (await FormBody.ReadAsync(request, cancellation) is not { } sent)
        {
            return Problems.Of(415, "form-expected", "Send the choice as the page's form does.");
        }
        var page = request.Path.ToString()[..^"/deputy".Length];
        var refusal = await RecordAsync(client, held, request, sent, cancellation);
        return refusal is null ? new SeeOther(page)
            : !Problems.WantsPage(request)
                ? Problems.Of(new PageContext(Language.En, clock.GetUtcNow(), null), refusal)
            : await answers.LeadAsync(
                DecisionView.OwnerOf(held.Link),
                page,
                new FormAnswer(Form, TypedIn(sent), [refusal]),
                cancellation
            );
    }

    private static Dictionary<string, string> TypedIn(IFormCollection sent) =>
        ((string[])[PersonField, NameField, EmailField, LanguageField]).ToDictionary(
            field => field,
            field => HumanText.Clean(sent[field])
        );

    private async Task<Refusal?> RecordAsync(
        DurableTaskClient client,
        HeldLink held,
        HttpRequest request,
        IFormCollection sent,
        CancellationToken cancellation
    )
    {
        var number = DecisionView.RoundOf(held.Link);
        var round = held.Cycle.State.Round(number)!;
        var proof = steps.Of(held.Cycle.Plan.Plan).Read(request, held, sent, round.DossierHash);
        var (seat, by) = (DecisionView.SeatOf(held), held.Link.Person);
        var revoked = HumanText.Clean(sent[RevokeField]);
        var typed = TypedIn(sent);
        var press = HumanText.Clean(sent[PressField]);
        return await (
            typed[PersonField].Length + revoked.Length == 0
            && typed[NameField].Length + typed[EmailField].Length > 0
            && Code.IsValid(press)
                ? recorder.WriteAsync(
                    client,
                    held.Cycle,
                    new CycleEvent.DeputyNamed(number, seat, "", by),
                    new FreeDeputy(
                        typed[NameField],
                        typed[EmailField],
                        LanguageTags.Of(typed[LanguageField])
                    ),
                    press,
                    proof,
                    cancellation
                )
            : revoked.Length > 0
                ? recorder.WriteAsync(
                    client,
                    held.Cycle,
                    new CycleEvent.DeputyRevoked(number, seat, revoked, by),
                    proof,
                    cancellation
                )
            : recorder.WriteAsync(
                client,
                held.Cycle,
                new CycleEvent.DeputyNamed(number, seat, typed[PersonField], by),
                proof,
                cancellation
            )
        );
    }
}
