namespace ProgramReview.Functions.Uploading;

/// <summary>
/// Maps between the product's clock and the clock that storage stamps with. The same in Azure; different on a local host whose clock
/// is set or sped up.
/// </summary>
public interface IStorageTime
{
    /// <summary>The product's instant at which storage's clock showed this.</summary>
    DateTimeOffset ToProduct(DateTimeOffset storage);

    /// <summary>The storage instant for a permission's expiry given in product time.</summary>
    DateTimeOffset ToStorageExpiry(DateTimeOffset product);
}
