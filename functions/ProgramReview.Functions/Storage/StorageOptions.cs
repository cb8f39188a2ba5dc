namespace ProgramReview.Functions.Storage;

/// <summary>Where the product stores: a connection string on a local host, or three addresses opened with the app's own identity.</summary>
public sealed class StorageOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Storage";

    /// <summary>With an account key; for a local host. Empty when the addresses are given.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>For example <c>https://account.blob.core.windows.net</c>.</summary>
    public Uri? BlobServiceUri { get; set; }

    /// <summary>For example <c>https://account.table.core.windows.net</c>.</summary>
    public Uri? TableServiceUri { get; set; }

    /// <summary>For example <c>https://account.queue.core.windows.net</c>.</summary>
    public Uri? QueueServiceUri { get; set; }

    internal bool UsesConnectionString => !string.IsNullOrWhiteSpace(ConnectionString);
}
