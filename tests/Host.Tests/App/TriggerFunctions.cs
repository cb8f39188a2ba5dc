using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace ProgramReview.Host.Tests.App;

internal sealed class TriggerFunctions(Calls calls, TimeProvider clock)
{
    internal sealed record Note(string Name, int Number);

    [Function("Minutely")]
    public Task MinutelyAsync([TimerTrigger("%Every%")] TimerInfo timer) =>
        calls.AddAsync(
            clock.GetUtcNow().ToString("d HH:mm:ss", CultureInfo.InvariantCulture)
                + (timer.IsPastDue ? " late" : "")
        );

    [Function("Text")]
    public Task TextAsync([QueueTrigger("texts")] string message) => calls.AddAsync(message);

    [Function("Note")]
    public Task NoteAsync([QueueTrigger("notes")] Note note) =>
        calls.AddAsync($"{note.Name} {note.Number}");
}
