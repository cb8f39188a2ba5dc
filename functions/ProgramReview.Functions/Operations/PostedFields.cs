using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>What somebody posted, as a form or as JSON with the same names: only the fields that were asked for.</summary>
/// <param name="Values">The fields, trimmed; of a file, its name.</param>
/// <param name="File">The file, or null.</param>
internal sealed record PostedFields(IReadOnlyDictionary<string, string> Values, IFormFile? File)
{
    // Beside a file there are fields, and a form's frame.
    private const long Frame = 64 * 1024;

    /// <summary>The fields, or null if the body is neither form nor JSON.</summary>
    /// <param name="request">The request.</param>
    /// <param name="names">The fields.</param>
    /// <param name="file">The field of a file, or null.</param>
    /// <param name="maxBody">The largest file or text, in bytes; null for the usual.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<PostedFields?> ReadAsync(
        HttpRequest request,
        IEnumerable<string> names,
        string? file,
        long? maxBody,
        CancellationToken cancellation
    )
    {
        var limit = maxBody + Frame ?? RequestBody.Usual;
        if (await FormBody.ReadAsync(request, limit, cancellation) is { } form)
        {
            var values = names.ToDictionary(
                name => name,
                name => HumanText.Clean(form[name], lines: true)
            );
            var sent = file is null ? null : form.Files[file];
            if (file is not null)
            {
                values[file] = sent is { Length: > 0 } ? sent.FileName : "";
            }
            return new PostedFields(values, sent);
        }
        if (
            await JsonBody.ReadAsync<Dictionary<string, JsonElement>>(request, limit, cancellation)
            is not { } json
        )
        {
            return null;
        }
        try
        {
            return new PostedFields(
                names.ToDictionary(name => name, name => TextOf(json, name)),
                null
            );
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON but no text.
            return null;
        }
    }

    // Numbers, truths and lists may be sent as such; their text is what a form would have carried.
    private static string TextOf(Dictionary<string, JsonElement> json, string name) =>
        !json.TryGetValue(name, out var value) ? ""
        : value.ValueKind == JsonValueKind.Array
            ? string.Join(',', value.EnumerateArray().Select(TextOf))
        : TextOf(value);

    private static string TextOf(JsonElement value) =>
        value.ValueKind is JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array
            ? ""
            : HumanText.Clean(value.ToString(), lines: true);
}
