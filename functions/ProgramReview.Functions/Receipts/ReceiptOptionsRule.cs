using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Receipts;

/// <summary>The key is named in exactly one of the two ways, and a file of keys can be read by nobody else.</summary>
internal sealed class ReceiptOptionsRule : IValidateOptions<ReceiptOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ReceiptOptions options) =>
        options switch
        {
            { UsesFile: true, VaultKeyUri: not null } => Fail(
                "KeyFile and VaultKeyUri are both set; set one of the two."
            ),
            { UsesFile: true } => FaultOf(options.KeyFile!) is { } fault
                ? Fail(fault)
                : ValidateOptionsResult.Success,
            { VaultKeyUri: { } key } when IsKey(key) => ValidateOptionsResult.Success,
            _ => Fail(
                "set VaultKeyUri to the https address of a key without its version, for example https://NAME.vault.azure.net/keys/receipts, or on a local host KeyFile."
            ),
        };

    private static bool IsKey(Uri uri) =>
        uri is { IsAbsoluteUri: true, Scheme: "https", Query: "", Segments: ["/", "keys/", _] };

    private static string? FaultOf(string path)
    {
        try
        {
            ReceiptKeyFile.Read(path);
            return null;
        }
        catch (Exception trouble)
            when (trouble is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return $"KeyFile: {trouble.Message}";
        }
    }

    private static ValidateOptionsResult Fail(string text) =>
        ValidateOptionsResult.Fail($"Settings in '{ReceiptOptions.SectionName}': {text}");
}
