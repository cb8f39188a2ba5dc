using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Reads a command from a form or from JSON with the same fields.</summary>
internal static class PostedCommand
{
    /// <summary>The draft, or null if the body is neither.</summary>
    public static async Task<CommandDraft?> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (await FormBody.ReadAsync(request, cancellation) is { } form)
        {
            string Field(string name) => HumanText.Clean(form[name], lines: true);
            return new CommandDraft(
                Field("id"),
                Field("by"),
                Field("reason"),
                Field("due"),
                Field("closes"),
                Field("seen"),
                Field("target"),
                Field("from"),
                Field("to"),
                Field("name"),
                Field("email"),
                Field("language")
            );
        }
        return await JsonBody.ReadAsync<Sent>(request, cancellation) is { } sent
            ? new CommandDraft(
                Trim(sent.Id),
                Trim(sent.By),
                Trim(sent.Reason),
                Trim(sent.Due),
                Trim(sent.Closes),
                Trim(sent.Seen),
                Trim(sent.Target),
                Trim(sent.From),
                Trim(sent.To),
                Trim(sent.Name),
                Trim(sent.Email),
                Trim(sent.Language)
            )
            : null;
    }

    private static string Trim(string? text) => HumanText.Clean(text, lines: true);

    private sealed record Sent(
        string? Id,
        string? By,
        string? Reason,
        string? Due,
        string? Closes,
        string? Seen,
        string? Target,
        string? From,
        string? To,
        string? Name,
        string? Email,
        string? Language
    );
}
