namespace ProgramReview.Engine.Tests;

public sealed class EventTests
{
    [Theory, ClassData(typeof(Setups))]
    public async Task A_missing_or_finished_instance_takes_no_event(Setup setup)
    {
        await using var rig = new Rig(setup, tasks => tasks.AddOrchestratorFunc("Done", _ => { }));
        await rig.RunAsync("Done");

        var finished = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            rig.Client.RaiseEventAsync("it", "e")
        );
        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            rig.Client.RaiseEventAsync("no", "e")
        );

        Assert.Equal("Cannot raise an event to 'it': it is Completed.", finished.Message);
        Assert.Equal(
            "Cannot raise an event to 'no': there is no instance with this id.",
            missing.Message
        );
        await Assert.ThrowsAsync<ArgumentException>(() => rig.Client.RaiseEventAsync("it", ""));
    }
}
