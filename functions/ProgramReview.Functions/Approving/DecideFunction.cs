using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>
/// Takes an approver's answer. It must come with what the plan's second step asks, and name the round, the dossier and the rules that were read.
/// </summary>
internal sealed class DecideFunction(
    LinkGate gate,
    SecondSteps steps,
    DecisionRecorder recorder,
    RequestSeenRecorder seen,
    DecisionView view,
    FormAnswers answers,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Records the answer and leads to the page that shows it, or the form again with everything entered.</summary>
    [Function(nameof(DecideFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a/{token}")]
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
            return Problems.Of(415, "form-expected", "Send the decision as the page's form does.");
        }
        var form = PostedDecision.Read(sent);
        var proof = steps.Of(held.Cycle.Plan.Plan).Read(request, held, sent, form.DossierHash);
        var refusals = await RefusalsAsync(client, held, form, proof, cancellation);
        if (refusals is [var first, ..])
        {
            if (
                proof.CountedFor is null
                && proof.Refuse(held.Cycle.State, clock.GetUtcNow()) is null
            )
            {
                await seen.NoteAsync(held, cancellation);
            }
            return Problems.WantsPage(request)
                ? await ShowAgainAsync(request, held, form, refusals, cancellation)
                : Problems.Of(new PageContext(Language.En, clock.GetUtcNow(), null), first);
        }
        return new SeeOther(request.Path);
    }

    // All that is wrong is said at once, but for what costs a try: that is looked at once the rest is right.
    private async Task<IReadOnlyList<Refusal>> RefusalsAsync(
        DurableTaskClient client,
        HeldLink held,
        PostedDecision form,
        StepProof proof,
        CancellationToken cancellation
    )
    {
        var round = DecisionView.RoundOf(held.Link);
        var (seat, person) = (DecisionView.SeatOf(held), held.Link.Person);
        var refusals = form.Problems(round);
        if (
            proof.CountedFor is null
            && proof.Refuse(held.Cycle.State, clock.GetUtcNow()) is { } unproven
        )
        {
            refusals = [.. refusals, unproven];
        }
        return
            refusals.Count == 0
            && await recorder.DecideAsync(
                client,
                held.Cycle,
                new CycleEvent.Decided(
                    round,
                    form.DossierHash,
                    seat,
                    form.Draft.Verdict!.Value,
                    form.Draft.Comment,
                    form.Draft.Reopen
                )
                {
                    RuleVersion = form.RuleVersion,
                    Person = person == seat ? null : person,
                },
                proof,
                cancellation
            )
                is { } refusal
            ? [refusal]
            : refusals;
    }

    // What is too long to be kept for another request stands in the answer to this one: nothing that was typed is lost.
    private async Task<IResult> ShowAgainAsync(
        HttpRequest request,
        HeldLink held,
        PostedDecision form,
        IReadOnlyList<Refusal> refusals,
        CancellationToken cancellation
    )
    {
        var answer = new FormAnswer(PostedDecision.Form, form.Values, refusals);
        return FormAnswers.Fits(answer)
            ? await answers.LeadAsync(
                DecisionView.OwnerOf(held.Link),
                request.Path,
                answer,
                cancellation
            )
            : await view.ShowAsync(request, held, answer, cancellation);
    }
}
