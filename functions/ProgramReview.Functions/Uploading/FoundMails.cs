using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Uploading;

/// <summary>Writes to whoever sent a file what was found in it, once for each file and kind of letter.</summary>
public sealed class FoundMails(MailDispatcher mails, TimeProvider clock)
{
    /// <summary>The argument that names the entry of what was found.</summary>
    public const string Sequence = "sequence";

    /// <summary>Puts the letter into the outbox and sends it; nothing to somebody whom the plan no longer knows.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="stream">The assignment's stream, with the entry.</param>
    /// <param name="submission">The file.</param>
    /// <param name="entry">What was found.</param>
    /// <param name="letter">The kind of letter.</param>
    /// <param name="occasion">The beginning of its occasion.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task SendAsync(
        RunningCycle cycle,
        EventStream stream,
        Submission submission,
        Entry entry,
        string letter,
        string occasion,
        CancellationToken cancellation
    )
    {
        if (cycle.Plan.FindPerson(submission.Person) is null)
        {
            return;
        }
        var assignment = AssignmentId.Parse(stream.Id.Value);
        var name = submission.BlobName;
        await mails.DispatchAsync(
            new MailRequest(
                cycle.Ref,
                letter,
                submission.Person,
                assignment.ToString(),
                $"{occasion}-{name[(name.LastIndexOf('/') + 1)..]}"
            )
            {
                Link = LinkPurpose.Upload,
                LinkExpires = LinkLife.EndsAfter(
                    cycle.Plan.ReportType(assignment.ReportType).ClosesOf(stream.Assignment),
                    clock.GetUtcNow()
                ),
                Arguments = new Dictionary<string, string>
                {
                    [Sequence] = entry.Sequence.ToString(CultureInfo.InvariantCulture),
                },
                Source = new MailSource(cycle, stream),
            },
            cancellation
        );
    }
}
