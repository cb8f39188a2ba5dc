using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Simulation.People;

namespace ProgramReview.Local.Simulation;

/// <content>The contacts of the bodies: they read mails, send reports at bad moments, and send them again.</content>
internal sealed partial class CycleRun
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private void ReadAboutReport(ReceivedMail mail, AssignmentId assignment, Uri link)
    {
        if (mail.Occasion.StartsWith("received-", StringComparison.Ordinal))
        {
            return;
        }
        var isRequest = mail.Occasion.StartsWith("request-", StringComparison.Ordinal);
        if (!asked.Add(mail.Id) || !(isRequest || dice.Says(0.5, $"answers {mail.Id}")))
        {
            return;
        }
        var uploads = isRequest ? dice.Pick(4, $"uploads after {mail.Id}") : 1;
        for (var number = 0; number < uploads; number++)
        {
            var name =
                $"{mail.Person} sends {assignment.Body}.{assignment.ReportType} after {mail.Occasion} ({number + 1})";
            diary.Add(
                new Errand(
                    InstantTextFor(assignment, name),
                    name,
                    () => SendAsync(assignment, link, mail.Person, name)
                )
                {
                    IsAct = true,
                }
            );
        }
    }

    // The instants are those of the page: a person who has moved the due instant in mind is as good as one who reads it.
    private DateTimeOffset InstantTextFor(AssignmentId assignment, string name)
    {
        var now = Clock.GetUtcNow();
        var type = Plan.ReportType(assignment.ReportType);
        var (due, closes) =
            asked.Count(id => id.StartsWith($"{assignment}~request-", StringComparison.Ordinal)) > 1
            || type.Closes.Remaining(now) <= TimeSpan.Zero
                ? (
                    now + Plan.Plan.Approval.CorrectionDue,
                    now + Plan.Plan.Approval.CorrectionCloses
                )
                : (now + type.Due.Remaining(now), now + type.Closes.Remaining(now));
        var moment = dice.Pick(14, $"moment of {name}") switch
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
            _ => now + ((due - now) * dice.Of($"in time {name}")),
        };
        return moment > now ? moment : now.AddMinutes(1);
    }

    private async Task SendAsync(AssignmentId assignment, Uri address, string person, string name)
    {
        var token = address.Segments[^1];
        var began = Ledger.OpeningBegins();
        if (
            await world.Get<LinkGate>().OpenAsync(token, LinkPurpose.Upload, crash.Life)
            is not var (link, cycle)
        )
        {
            Note("  the link does not open");
            return;
        }
        Ledger.Openings.Add(new(assignment, person, began));
        var file = dice.Pick(8, $"file of {name}") switch
        {
            0 => SampleFile.Photo($"{name}.pdf"),
            1 => new SampleFile($"{name}.pdf", "%PDF-1.4 torn off"u8.ToArray()),
            _ => SampleFile.Report($"{name}.pdf", name),
        };
        var isForm = dice.Says(0.25, $"form for {name}");
        var answer = await world
            .Get<UploadPermissions>()
            .AskAsync(
                cycle,
                assignment,
                link.Person,
                file.Name,
                file.Content.Length,
                isForm ? Channel.Form : Channel.Page,
                crash.Life
            );
        if (answer is not UploadPermission.Granted granted)
        {
            if (answer is UploadPermission.Paused)
            {
                Note("  asked too often");
                return;
            }
            var code = ((UploadPermission.Refused)answer).Why.Code;
            Note($"  turned away: {code}");
            Ledger.TurnedAway.Add(
                new(assignment, person, PermissionRules.CleanFileName(file.Name))
            );
            return;
        }
        if (isForm)
        {
            using var form = new MemoryStream(file.Content.ToArray());
            await world.Get<ISubmissionStore>().TryCreateAsync(granted.BlobName, form, crash.Life);
            await world
                .Get<SubmissionRecorder>()
                .RecordAsync(Client, granted.BlobName, Channel.Form, crash.Life);
            return;
        }
        var permission = await world
            .Get<ISubmissionStore>()
            .PermitAsync(granted.BlobName, granted.Expires, crash.Life);
        Put(granted, permission, file, name);
    }

    /// <summary>The browser puts the file to storage, at once or over a slow line; the product has no part in it.</summary>
    private void Put(UploadPermission.Granted granted, Uri permission, SampleFile file, string name)
    {
        var begins = Clock.GetUtcNow().AddSeconds(5 * dice.Of($"begins {name}"));
        if (!dice.Says(0.4, $"slow {name}"))
        {
            diary.Add(
                new Errand(
                    begins,
                    $"the bytes of: {name}",
                    () => PutAtOnce(granted, permission, file, name)
                )
                {
                    IsOutside = true,
                }
            );
            return;
        }
        // Only the start must lie before the expiry.
        if (begins < granted.Expires)
        {
            diary.Add(
                new Errand(
                    begins
                        + dice.Between(TimeSpan.Zero, TimeSpan.FromMinutes(50), $"line of {name}"),
                    $"the last byte of: {name}",
                    async () =>
                    {
                        using var content = new MemoryStream(file.Content.ToArray());
                        if (await submissions.TryCreateAsync(granted.BlobName, content))
                        {
                            Committed(granted.BlobName, file.Content.ToArray());
                            Tell(granted.BlobName, name);
                        }
                    }
                )
                {
                    IsOutside = true,
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
        using var content = new MemoryStream(file.Content.ToArray());
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
                Ledger.Overwritten.Add(granted.BlobName);
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
        diary.Add(
            new Errand(
                Clock.GetUtcNow().AddSeconds(2),
                $"the page tells of: {name}",
                async () =>
                {
                    await world.Get<IBlobCreatedQueue>().WakeAsync(blobName, crash.Life);
                    await world
                        .Get<SubmissionRecorder>()
                        .RecordAsync(Client, blobName, Channel.Page, crash.Life);
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
        Note($"  stored: {Ports.Plain.Blob(blobName)} ({blobName[^6..]})");
        Ledger.Stored(blobName, content);
        signal.Committed(blobName);
    }
}
