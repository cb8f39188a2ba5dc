using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
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
        await overtaken.HoldsAsync(input.Cycle, input.Round, cancellation);
        var recorded = await recorder.WriteAsync(
            id.Stream,
            "published",
            entries =>
                entries.Cycle.RoundInForce == input.Round
                    ? new CycleEvent.Published(entries.Cycle.Dossiers[input.Round])
                    : null,
            cancellation
        );
        if (recorded is null)
        {
            return new Output(IsPublished: false);
        }
        var hash = ((CycleEvent.Published)recorded.Entry.Event).DossierHash;
        var cycle = (await cycles.FindAsync(id, cancellation))!;
        foreach (var language in Enum.GetValues<Language>())
        {
            var place = new DossierPlace(
                $"/d/{id}",
                new PageContext(language, clock.GetUtcNow(), cycle.Plan),
                Readers.Everybody
            );
            await documents.TryCreateAsync(
                PublishedPage.NameOf(id, language),
                PublishedPage.ContentType,
                await view.FileAsync(cycle, hash, place, cancellation),
                cancellation
            );
        }
        return new Output(IsPublished: true);
    }

    /// <summary>What to publish.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">The round that approved it.</param>
    public sealed record Input(CycleRef Cycle, int Round);

    /// <summary>What came of it.</summary>
    /// <param name="IsPublished">False if the dossier was void before it was published.</param>
    public sealed record Output(bool IsPublished);
}
