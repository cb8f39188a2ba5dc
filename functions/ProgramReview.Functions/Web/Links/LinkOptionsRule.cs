using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Web.Links;

/// <summary>What the annotations cannot say: the current key is there, and every key is 32 bytes.</summary>
internal sealed class LinkOptionsRule : IValidateOptions<LinkOptions>
{
    private const int KeySize = 32;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, LinkOptions options)
    {
        var faults = new List<string>();
        if (options.BaseUri is { IsAbsoluteUri: false })
        {
            faults.Add(
                "Links:BaseUri must be an absolute address, for example https://review.example/."
            );
        }
        if (options.CurrentKey.Length > 0 && !options.Keys.ContainsKey(options.CurrentKey))
        {
            faults.Add(
                $"Links:CurrentKey names '{options.CurrentKey}', but there is no Links:Keys:{options.CurrentKey}."
            );
        }
        Span<byte> buffer = stackalloc byte[KeySize + 1];
        foreach (var (id, key) in options.Keys)
        {
            if (!Convert.TryFromBase64String(key, buffer, out var size) || size != KeySize)
            {
                faults.Add($"Links:Keys:{id} must be {KeySize} bytes in base64.");
            }
            if (id.Contains('.', StringComparison.Ordinal))
            {
                faults.Add($"Links:Keys:{id}: a key's id has no dot.");
            }
        }
        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults);
    }
}
