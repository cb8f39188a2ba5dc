using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Mail;
using ProgramReview.Local.Simulation;
using ProgramReview.Local.Simulation.Invariants;

namespace ProgramReview.Simulation.Tests;

/// <summary>A product with a bug in it: the bug is found, named, repeated by its seed, and shown with little around it.</summary>
public sealed class ShrinkTests
{
    [Fact]
    public async Task A_Bug_Is_Found_By_Its_Invariant_And_The_Run_Shrinks_To_What_It_Needs()
    {
        var failure = await FirstFailureAsync();
        Assert.Equal(nameof(SentAgainOnlyWithoutOutcome), failure.Invariant);
        Assert.Equal($"./review simulate --seeds 1 --from {failure.Seed}", failure.Repeat);

        await using var whole = Sabotaged(failure.Seed, new HashSet<string>(), isTraced: false);
        Assert.Equivalent(failure, await Simulations.JudgeAsync(whole, failure.Seed));

        var shrunken = await new Shrinker(failure, mostRuns: 150, Sabotaged).ShrinkAsync();

        Assert.Equal(failure.Invariant, shrunken.Failure.Invariant);
        Assert.True(
            shrunken.Faults.Count + shrunken.Acts.Count
                <= (whole.Struck.Count + whole.Acts.Count) / 2,
            string.Join('\n', shrunken.Faults.Concat(shrunken.Acts))
        );
        Assert.NotEmpty(shrunken.Trace);
    }

    private static async Task<SimulationFailure> FirstFailureAsync()
    {
        for (var seed = 1L; seed <= 100; seed++)
        {
            await using var run = Sabotaged(seed, new HashSet<string>(), isTraced: false);
            if (await Simulations.JudgeAsync(run, seed) is { } failure)
            {
                return failure;
            }
        }
        throw new InvalidOperationException("A hundred cycles did not find it.");
    }

    private static CycleRun Sabotaged(long seed, IReadOnlySet<string> without, bool isTraced) =>
        new(
            seed,
            without,
            isTraced,
            services =>
            {
                var outbox = (IOutbox)
                    services
                        .Last(service => service.ServiceType == typeof(IOutbox))
                        .ImplementationInstance!;
                services.AddSingleton<IOutbox>(new OutcomesUnseen(outbox));
            }
        );

    /// <summary>Whoever puts a mail in again is not told that it has been sent.</summary>
    private sealed class OutcomesUnseen(IOutbox inner) : IOutbox
    {
        public async Task<OutboxMail> AddAsync(OutboxMail mail, CancellationToken cancellation) =>
            await inner.AddAsync(mail, cancellation) with
            {
                Outcome = null,
            };

        public Task<MailOutcome> SetOutcomeAsync(
            OutboxMail mail,
            MailOutcome outcome,
            DateTimeOffset at,
            CancellationToken cancellation
        ) => inner.SetOutcomeAsync(mail, outcome, at, cancellation);

        public Task<OutboxMail?> ReleaseAsync(
            CycleId cycle,
            string id,
            DateTimeOffset by,
            CancellationToken cancellation
        ) => inner.ReleaseAsync(cycle, id, by, cancellation);

        public Task<OutboxMail?> FindAsync(
            CycleId cycle,
            string id,
            CancellationToken cancellation
        ) => inner.FindAsync(cycle, id, cancellation);

        public IAsyncEnumerable<OutboxMail> ListAboutAsync(
            CycleId cycle,
            string subject,
            CancellationToken cancellation
        ) => inner.ListAboutAsync(cycle, subject, cancellation);

        public IAsyncEnumerable<OutboxMail> ListAsync(
            CycleId cycle,
            CancellationToken cancellation
        ) => inner.ListAsync(cycle, cancellation);
    }
}
