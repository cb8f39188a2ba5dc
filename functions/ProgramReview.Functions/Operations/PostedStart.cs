using System.Text;
using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>What somebody sent to start a cycle: a form with <c>plan</c> or the file <c>planFile</c>, or JSON with <c>plan</c> or <c>planText</c>.</summary>
/// <param name="Draft">The fields, as texts.</param>
/// <param name="File">The plan that was sent, or null.</param>
internal sealed record PostedStart(StartDraft Draft, byte[]? File)
{
    // JSON may spell a letter of two bytes with six; beside the plan there is a reason, or a form's frame.
    private const long MaxBody = (3 * PlanFile.MaxBytes) + (64 * 1024);

    /// <summary>The start, or null if the body is none.</summary>
    public static async Task<PostedStart?> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (await FormBody.ReadAsync(request, MaxBody, cancellation) is { } form)
        {
            string Field(string name) => form[name].ToString().Trim();
            return new PostedStart(
                new StartDraft(Field("plan"), Field("by"), Field("reason")),
                form.Files["planFile"] is { } file ? await BytesOf(file, cancellation) : null
            );
        }
        return await JsonBody.ReadAsync<Sent>(request, MaxBody, cancellation) is { } sent
            ? new PostedStart(
                new StartDraft(Trim(sent.Plan), Trim(sent.By), Trim(sent.Reason)),
                sent.PlanText is { } text ? Encoding.UTF8.GetBytes(text) : null
            )
            : null;
    }

    /// <summary>The person as it will stand in the record: who decided, and who was signed in.</summary>
    public string Person(string @operator) => new CommandDraft("", Draft.By).Person(@operator);

    private static string Trim(string? text) => text?.Trim() ?? "";

    private static async Task<byte[]> BytesOf(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private sealed record Sent(string? Plan, string? PlanText, string? Reason, string? By);
}
