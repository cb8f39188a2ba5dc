using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.People.Forms;
using ProgramReview.Local.Simulation.Faults;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation;

/// <content>The contacts of the bodies: they read mails, send reports at bad moments, and send them again.</content>
internal sealed partial class CycleRun
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private void ReadAboutReport(ReceivedMail mail, AssignmentId assignment, Uri link)
    {
        if (
            mail.Occasion.StartsWith("received-", StringComparison.Ordinal)
            || mail.Occasion.StartsWith("infected-", StringComparison.Ordinal)
        )
        {
            return;
        }
        if (mail.Occasion.StartsWith("checked-", StringComparison.Ordinal))
        {
            ReadAboutFindings(mail, assignment, link);
            return;
        }
        var isRequest = mail.Occasion.StartsWith("request-", StringComparison.Ordinal);
        if (!asked.Add(mail.Id) || !(isRequest || dice.Says(0.5, $"answers {mail.Id}")))
        {
            return;
        }
        var parts = ReportPart.Of(Plan.ReportType(assignment.ReportType));
        var uploads = isRequest ? dice.Pick(1 + (3 * parts.Count), $"uploads after {mail.Id}") : 1;
        for (var number = 0; number < uploads; number++)
        {
            var name =
                $"{mail.Person} sends {assignment.Body}.{assignment.ReportType} after {mail.Occasion} ({number + 1})";
            // In any order, also twice the same, and also what nobody asked for.
            var part = parts[dice.Pick(parts.Count, $"part of {name}")].Code;
            schedule.AddAct(
                InstantFor(assignment, name),
                name,
                () => SendAsync(new PartId(assignment, part), link, mail.Person, name)
            );
        }
    }

    // Whoever is asked something mostly answers, some at a bad moment, some twice.
    private void ReadAboutFindings(ReceivedMail mail, AssignmentId assignment, Uri link)
    {
        if (!asked.Add(mail.Id))
        {
            return;
        }
        var letters = asked.Count(id =>
            id.StartsWith($"{assignment}~checked-", StringComparison.Ordinal)
        );
        var letter =
            $"{mail.Person} reads findings about {assignment.Body}.{assignment.ReportType} ({letters})";
        for (var number = dice.Pick(3, letter); number > 0; number--)
        {
            var name = $"{letter} and explains ({number})";
            schedule.AddAct(
                InstantFor(assignment, name),
                name,
                () => ExplainAsync(assignment, link, mail.Person, name)
            );
        }
    }

    private async Task ExplainAsync(
        AssignmentId assignment,
        Uri address,
        string person,
        string name
    )
    {
        var began = Oracle.OpeningBegins();
        if (await Pages.OpenAsync(address, LinkPurpose.Upload, crash.Life) is not { } held)
        {
            Note("  the link does not open");
            return;
        }
        Oracle.Openings.Add(new(assignment, person, began));
        // As the page shows them, or showed them before another version came.
        var state = (await record.ReadAsync(assignment.Stream)).Assignment;
        (Submission Submission, Finding Query)[] queries = dice.Says(0.2, $"old page {name}")
            ?
            [
                .. from file in state.Submissions
                from finding in file.Findings
                where finding.Severity == Severity.Query
                select (file, finding),
            ]
            : [.. state.Unexplained()];
        if (queries.Length == 0)
        {
            return;
        }
        var (submission, query) = queries[dice.Pick(queries.Length, $"which {name}")];
        Oracle.Explanations.Add(new(assignment, held.Link.Person, query.Key, name));
        var why = await Pages.ExplainAsync(held, submission.Part, query.Key, name, crash.Life);
        Note($"  explains {query.Key}: {why?.Code ?? "taken"}");
    }

    private async Task CheckOnlyAsync(HeldLink held, PartId part, string person, string name)
    {
        var file = Make(part, person, $"{name}, checked only");
        var findings = await Pages.CheckOnlyAsync(held, part.Part, file, crash.Life);
        Oracle.CheckedOnly(
            part.Assignment,
            file.Content.Span,
            findings.Select(finding => finding.Code)
        );
    }

    // The instants are those of the page: a person who has moved the due instant in mind is as good as one who reads it.
    private DateTimeOffset InstantFor(AssignmentId assignment, string name)
    {
        var now = Clock.GetUtcNow();
        var type = Plan.ReportType(assignment.ReportType);
        var (due, closes) =
            asked.Count(id => id.StartsWith($"{assignment}~request-", StringComparison.Ordinal)) > 1
            || type.Closes.HasPassed(now)
                ? (
                    now + Plan.Plan.Approval.CorrectionDue,
                    now + Plan.Plan.Approval.CorrectionCloses
                )
                : (now + type.Due.Remaining(now), now + type.Closes.Remaining(now));
        var moment = dice.Pick(15, $"moment of {name}") switch
        {
            0 => due.AddSeconds(-1),
            1 => due.AddMilliseconds(-1),
            2 => due,
            3 => due.AddMilliseconds(1),
            4 => closes.AddMilliseconds(-1),
            5 => closes,
            6 => closes.AddMinutes(-20),
            7 => due.AddMinutes(-20),
            8 => due + ((closes - due) * dice.Of($"late {name}")),
            9 => closes.AddHours(30 * dice.Of($"too late {name}")),
            10 => closes.AddHours(49 * dice.Of($"to mend {name}")),
            _ => now + ((due - now) * dice.Of($"in time {name}")),
        };
        return moment > now ? moment : now.AddMinutes(1);
    }

    private async Task SendAsync(PartId part, Uri address, string person, string name)
    {
        var began = Oracle.OpeningBegins();
        if (await Pages.OpenAsync(address, LinkPurpose.Upload, crash.Life) is not { } held)
        {
            Note("  the link does not open");
            return;
        }
        Oracle.Openings.Add(new(part.Assignment, person, began));
        if (dice.Says(0.15, $"asks first {name}"))
        {
            await CheckOnlyAsync(held, part, person, name);
        }
        var file = Make(part, person, name);
        var isForm = dice.Says(0.25, $"form for {name}");
        var channel = isForm ? Channel.Form : Channel.Page;
        var answer = await Pages.AskAsync(held, part.Part, file, channel, crash.Life);
        if (answer is not UploadPermission.Granted granted)
        {
            if (answer is UploadPermission.Paused)
            {
                Note("  asked too often");
                return;
            }
            var code = ((UploadPermission.Refused)answer).Why.Code;
            Note($"  turned away: {code}");
            Oracle.RefusedUploads.Add(new(part, person, PermissionRules.CleanFileName(file.Name)));
            return;
        }
        Oracle.Permitted(granted.BlobName, part.Part);
        if (isForm)
        {
            await Pages.SendFormAsync(granted, file, crash.Life);
            return;
        }
        Put(granted, await Pages.PermitAsync(granted, crash.Life), file, name);
    }

    private SampleFile Make(PartId part, string person, string name)
    {
        var lot = dice.Pick(16, $"file of {name}");
        var made = desk.Fill(
            new Draft(
                part,
                Plan.FindPerson(person)?.Language ?? Language.Vi,
                lot switch
                {
                    0 or 3 or 4 => Care.None,
                    2 or 5 or 6 => Care.Little,
                    _ => Care.Full,
                },
                Clock.GetUtcNow(),
                name,
                name
            )
        );
        var isTorn = lot == 1;
        var isInfected = lot == 8 && Oracle.IsScanned;
        var whole = made.File.Content;
        var file =
            isTorn ? made.File with { Content = whole[..(whole.Length * 2 / 3)] }
            : isInfected ? made.File.With(InMemoryMalwareScanner.Mark)
            : made.File;
        Oracle.Made(
            file.Content.Span,
            MadeFile.Of(
                made,
                Plan.ReportType(part.Assignment.ReportType).FindPart(part.Part)!,
                isTorn
            ) with
            {
                IsInfected = isInfected,
                Kills = lot == 7 && dice.Says(0.3, $"kills {name}"),
            }
        );
        return file;
    }

    /// <summary>The browser puts the file to storage, at once or over a slow line; the product has no part in it.</summary>
    private void Put(UploadPermission.Granted granted, Uri permission, SampleFile file, string name)
    {
        var begins = Clock.GetUtcNow().AddSeconds(5 * dice.Of($"begins {name}"));
        if (!dice.Says(0.4, $"slow {name}"))
        {
            schedule.AddOutside(
                begins,
                $"the bytes of: {name}",
                () => PutAtOnce(granted, permission, file, name)
            );
            return;
        }
        // Only the start must lie before the expiry.
        if (begins < granted.Expires)
        {
            schedule.AddOutside(
                begins + dice.Between(TimeSpan.Zero, TimeSpan.FromMinutes(50), $"line of {name}"),
                $"the last byte of: {name}",
                async () =>
                {
                    using var content = file.Open();
                    if (await submissions.TryCreateAsync(granted.BlobName, content))
                    {
                        Committed(granted.BlobName, file.Content.ToArray());
                        Tell(granted.BlobName, name);
                    }
                }
            );
        }
    }

    private Task PutAtOnce(
        UploadPermission.Granted granted,
        Uri permission,
        SampleFile file,
        string name
    )
    {
        using var content = file.Open();
        if (submissions.PutByPermission(permission, content))
        {
            Committed(granted.BlobName, file.Content.ToArray());
            Tell(granted.BlobName, name);
        }
        if (dice.Says(0.2, $"puts twice {name}"))
        {
            // Another version to the same address, by a script gone wild: storage must refuse it.
            using var other = new MemoryStream("%PDF-1.4 another %%EOF"u8.ToArray());
            if (submissions.PutByPermission(permission, other))
            {
                Oracle.Overwritten.Add(granted.BlobName);
            }
        }
        return Task.CompletedTask;
    }

    /// <summary>The page says that it has finished, unless it was closed before.</summary>
    private void Tell(string blobName, string name)
    {
        if (!dice.Says(0.8, $"tells {name}"))
        {
            return;
        }
        schedule.Add(
            new ScheduledAction(
                Clock.GetUtcNow().AddSeconds(2),
                $"the page tells of: {name}",
                async () =>
                {
                    await world.Get<IBlobCreatedQueue>().WakeAsync(blobName, crash.Life);
                    await Pages.TellAsync(blobName, Channel.Page, crash.Life);
                }
            )
            {
                Tries = 1,
            }
        );
    }

    /// <summary>Storage has a new blob, whatever its caller heard: the truth is noted and the storage event goes out.</summary>
    private void Committed(string blobName, byte[] content)
    {
        Note($"  stored: {StableName.Blob(blobName)} ({blobName[^6..]})");
        Oracle.Stored(blobName, content);
        blobCreated.Committed(blobName);
        ScanReport(blobName, content);
    }
}
