using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class RecorderContract : Contract
{
    private IEventStore Record => Get<IEventStore>();

    [Fact]
    public async Task Twenty_writers_on_one_stream_leave_no_gap_no_fork_and_every_key_once()
    {
        var recorder = new Recorder(Record, new NoRows(), TimeProvider.System);

        await Task.WhenAll(
            Enumerable
                .Range(1, 20)
                .Select(i =>
                    Task.Run(() =>
                        recorder.WriteAsync(
                            Cycle.Stream,
                            $"key-{i}",
                            _ => new CycleEvent.ProcessFailed("instance", $"message {i}"),
                            Cancellation
                        )
                    )
                )
        );

        var entries = await Record.ReadAsync(Cycle.Stream, Cancellation);
        Assert.Null(Chain.FirstBroken(entries));
        Assert.Equal(
            Enumerable.Range(1, 20).Select(i => $"key-{i}").Order(),
            entries.Select(entry => entry.Key).Order()
        );
    }

    [Fact]
    public async Task An_occasion_that_many_report_is_written_once_and_all_are_shown_the_same_entry()
    {
        var recorder = new Recorder(Record, new NoRows(), TimeProvider.System);

        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 10)
                .Select(i =>
                    Task.Run(() =>
                        recorder.WriteAsync(
                            Cycle.Stream,
                            "occasion",
                            _ => new CycleEvent.ProcessFailed("instance", $"message {i}"),
                            Cancellation
                        )
                    )
                )
        );

        var entry = Assert.Single(await Record.ReadAsync(Cycle.Stream, Cancellation));
        Assert.All(results, result => Assert.Equal(entry, result!.Entry));
        Assert.Single(results, result => result!.IsNew);
    }

    // Two programs that know nothing of each other, each with its own recorder, and every occasion reported by both.
    [Fact]
    public async Task Writers_who_race_for_the_same_occasions_leave_each_once_in_one_whole_chain()
    {
        var occasions = Enumerable.Range(1, 12).ToList();

        await Task.WhenAll(
            new[] { occasions, occasions.AsEnumerable().Reverse() }.Select(order =>
                Task.Run(async () =>
                {
                    var recorder = new Recorder(Record, new NoRows(), TimeProvider.System);
                    foreach (var i in order)
                    {
                        await recorder.WriteAsync(
                            Cycle.Stream,
                            $"key-{i}",
                            _ => new CycleEvent.ProcessFailed("instance", $"message {i}"),
                            Cancellation
                        );
                    }
                })
            )
        );

        var verification = new AuditVerification(Cycle);
        var entries = await Record.ReadAsync(Cycle.Stream, Cancellation);
        entries.ToList().ForEach(verification.Add);
        Assert.Equal(12, entries.Count);
        Assert.Empty(verification.Finish().Faults);
    }
}
