using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>
/// Publishes the approved dossier, unless something overtook it: from then on everybody may read it. Its page is kept as a file in every language,
/// once.
/// </summary>
internal sealed class PublishActivity(
    Recorder recorder,
    Cycles cycles,
    DossierView view,
    IDocumentStore documents,
    OvertakenDossier overtaken,
    TimeProvider clock
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(PublishActivity), input, Retries.Standard);

    /// <summary>Writes it once; may run more than once.</summary>
    [Function(nameof(PublishActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var id = input.Cycle.Cycle;
        var cycle = (await cycles.FindAsync(id, cancellation))!;
        await overtaken.HoldsAsync(input.Cycle, input.Round, cancellation);
        var recorded = await recorder.WriteAsync(
            id.Stream,
            FormattableString.Invariant($"published-{input.Round}"),
            entries =>
                entries.Cycle.RoundInForce == input.Round
                    ? new CycleEvent.Published(
                        entries.Cycle.Dossiers[input.Round],
                        OpenUntil(entries.Cycle, cycle.Plan.Plan.Publication)
                    )
                    : null,
            cancellation
        );
        if (recorded is null)
        {
            return new Output(IsPublished: false);
        }
        cycle = (await cycles.FindAsync(id, cancellation))!;
        var published = cycle.State.Publications.Single(one => one.Round == input.Round);
        foreach (var language in Enum.GetValues<Language>())
        {
            var place = new DossierPlace(
                FormattableString.Invariant($"/d/{id}/editions/{published.Edition}"),
                new PageContext(language, clock.GetUtcNow(), cycle.Plan),
                Readers.Everybody
            );
            await documents.TryCreateAsync(
                PublishedPage.NameOf(id, published.DossierHash, language),
                PublishedPage.ContentType,
                await view.FileAsync(cycle, published.DossierHash, place, cancellation),
                cancellation
            );
        }
        return new Output(IsPublished: true);
    }

    // Counted from the first, so that everybody knows from then on when it is over.
    private Deadline? OpenUntil(CycleState state, PublicationPlan? plan) =>
        state.Publications is [var first, ..] ? first.OpenUntil
        : plan?.OpenFor is { } open ? Deadline.At(WholeSecond.From(clock.GetUtcNow() + open))
        : null;

    /// <summary>What to publish.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">The round that approved it.</param>
    public sealed record Input(CycleRef Cycle, int Round);

    /// <summary>What came of it.</summary>
    /// <param name="IsPublished">False if the dossier was void before it was published.</param>
    public sealed record Output(bool IsPublished);
}
