namespace ProgramReview.Functions.Receipts;

/// <summary>Which key signs receipts: one of Key Vault, or one of a protected file on a local host; section <c>Receipts</c>.</summary>
public sealed class ReceiptOptions
{
    /// <summary>The section's name.</summary>
    public const string SectionName = "Receipts";

    /// <summary>
    /// The key in Key Vault, without a version, for example <c>https://vault.vault.azure.net/keys/receipts</c>: its newest version
    /// signs, all its versions are published.
    /// </summary>
    public Uri? VaultKeyUri { get; set; }

    /// <summary>The path of a file with keys that its owner alone may read; for a local host.</summary>
    public string? KeyFile { get; set; }

    internal bool UsesFile => !string.IsNullOrWhiteSpace(KeyFile);
}
