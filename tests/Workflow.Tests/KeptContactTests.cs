using ProgramReview.Core.Events;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;

namespace ProgramReview.Workflow.Tests;

/// <summary>Contacts of handovers lie beside the record: they can be erased, and the audit tells erased from lost and from changed.</summary>
public sealed class KeptContactTests
{
    private const string Next = "alpha-officer-2";

    [Fact]
    public async Task Who_Was_Erased_Is_Gone_And_The_Audit_Says_So_Plainly()
    {
        await using var scenario = await Scenario.StartAsync();
        var entry = await scenario.DecideAsync(scenario.Alpha, ReassignTests.ToThu);
        Assert.Equal(
            new CommandAnswer.Refused(Refusal.Conflict("contact-needed")),
            await scenario.EraseAsync(Next, "erase")
        );
        await scenario.DecideAsync(
            scenario.Alpha,
            ReassignTests.ToThu with
            {
                Email = "an@small.example",
            }
        );
        Assert.Empty((await scenario.VerifyAsync()).Erased);

        // The process dies when the entry is written: the same press goes on, and so would the daily sweep.
        var isFirst = true;
        scenario.Faults.Before = call =>
        {
            if (isFirst && call.Method == "IContactStore.EraseAsync")
            {
                isFirst = false;
                throw new OperationCanceledException("The process was killed.");
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            scenario.EraseAsync(Next, "erase")
        );
        Assert.Equal(2, (await scenario.ContactsAsync()).Count);
        var done = Assert.IsType<CommandAnswer.Done>(await scenario.EraseAsync(Next, "erase"));

        Assert.Equal(
            "an@small.example",
            Assert.Single(await scenario.ContactsAsync()).ToPerson("").Email
        );
        var report = await scenario.VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal([entry.Sequence], report.Erased);
        Assert.Equal(
            new CycleEvent.ContactErased(Next, "Lan", "Asked to be forgotten"),
            done.Entry.Event
        );
        Assert.Equal(
            new CommandAnswer.Refused(Refusal.Conflict("already-erased", by: "Lan")),
            await scenario.EraseAsync(Next, "again")
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task The_Audit_Notices_A_Contact_That_Was_Changed_Or_Lost_And_Nothing_Is_Mailed_To_It()
    {
        await using var scenario = await Scenario.StartAsync();
        var entry = await scenario.DecideAsync(scenario.Alpha, ReassignTests.ToThu);
        var store = scenario.World.Get<IContactStore>();
        Assert.Empty((await scenario.VerifyAsync()).Faults);
        var kept = Assert.Single(await scenario.ContactsAsync());

        await store.EraseAsync(scenario.Cycle, kept.Key, Scenario.Cancel);
        var lost = Assert.Single((await scenario.VerifyAsync()).Faults);
        await store.AddAsync(
            kept with
            {
                Document = kept.Document.Replace("thu@", "spy@", StringComparison.Ordinal),
            },
            Scenario.Cancel
        );
        var changed = Assert.Single((await scenario.VerifyAsync()).Faults);

        Assert.Equal(
            (scenario.Cycle.Stream, entry.Sequence, AuditFaultKind.DocumentMissing),
            (lost.Stream, lost.Sequence, lost.Kind)
        );
        Assert.Equal(
            (scenario.Cycle.Stream, entry.Sequence, AuditFaultKind.DocumentChanged),
            (changed.Stream, changed.Sequence, changed.Kind)
        );
        // Nothing goes to an address that the record does not mean, and operations see it.
        await scenario.ToDayAsync(3.5);
        Assert.Equal([nameof(DutyTakenLetter)], await scenario.MailsToAsync(Next));
        Assert.Contains(
            await scenario.AlarmsAsync(),
            alarm => alarm.Kind == StatusAlarmKind.MailRefused
        );
    }
}
