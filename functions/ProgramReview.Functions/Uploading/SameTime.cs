namespace ProgramReview.Functions.Uploading;

/// <summary>Storage and product share one clock, as in Azure.</summary>
internal sealed class SameTime : IStorageTime
{
    /// <inheritdoc/>
    public DateTimeOffset ToProduct(DateTimeOffset storage) => storage;

    /// <inheritdoc/>
    public DateTimeOffset ToStorageExpiry(DateTimeOffset product) => product;
}
