using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;

namespace ProgramReview.Local.Rehearsal;

/// <summary>A reader that looks at nothing, for plans that ask nothing of what files hold: what reading costs is measured beside it.</summary>
public sealed class Unread : IContentReader
{
    /// <summary>The same plan without any check of content.</summary>
    public static PlanLookup Plan(PlanLookup plan) =>
        new(
            plan.Plan with
            {
                Checking = new CheckingPlan
                {
                    Weights =
                    [
                        .. CheckCatalogue.All.Select(check => new CheckWeight(check.Code, null)),
                    ],
                },
            }
        );

    /// <inheritdoc/>
    public Task<ContentFacts> ReadAsync(
        Stream content,
        FileFormat format,
        CancellationToken cancellation
    ) => Task.FromResult(new ContentFacts { Reader = IContentReader.Version });
}
