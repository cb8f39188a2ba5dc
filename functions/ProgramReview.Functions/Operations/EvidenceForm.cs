using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Reads the form with which operations record a report that came on paper or by mail.</summary>
internal sealed record EvidenceForm(
    CommandDraft Draft,
    IFormFile? File,
    Command.Record? Command,
    Refusal? Fault
)
{
    private const long MaxFile = 10 * 1024 * 1024;

    // Room for the multipart frame around the file.
    private const long MaxBody = MaxFile + (64 * 1024);

    /// <summary>The form, or null if the body is none.</summary>
    public static async Task<EvidenceForm?> ReadAsync(
        HttpRequest request,
        TimeZoneInfo zone,
        string contact,
        string @operator,
        CancellationToken cancellation
    )
    {
        if (await FormBody.ReadAsync(request, MaxBody, cancellation) is not { } form)
        {
            return null;
        }
        string Field(string name) => form[name].ToString().Trim();
        var draft = new CommandDraft(
            Field("id"),
            Field("by"),
            Field("reason"),
            Arrived: Field("arrived")
        );
        var file = form.Files["file"];
        if (!Code.IsValid(draft.Id) || file is not { Length: > 0 })
        {
            return new EvidenceForm(draft, file, null, new Refusal("field-missing"));
        }
        if (file.Length > MaxFile)
        {
            return new EvidenceForm(draft, file, null, new Refusal("evidence-too-large"));
        }
        if (!LocalInstant.TryRead(draft.Arrived, zone, out var arrived))
        {
            return new EvidenceForm(draft, file, null, new Refusal("time-unclear"));
        }
        var command = new Command.Record(
            arrived.Show(TimeZoneInfo.Utc),
            draft.Id,
            PermissionRules.CleanFileName(file.FileName),
            contact,
            draft.Person(@operator),
            draft.Reason
        );
        return new EvidenceForm(draft, file, command, null);
    }
}
