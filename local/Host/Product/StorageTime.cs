using ProgramReview.Functions.Uploading;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host.Product;

/// <summary>Maps what the storage emulator stamps in wall time to product time, and the expiry of permissions back.</summary>
internal sealed class StorageTime(SegmentedClock clock, TimeProvider wall) : IStorageTime
{
    /// <summary>However fast the product's clock runs, a person needs this long to send a file.</summary>
    private static readonly TimeSpan LeastValidity = TimeSpan.FromMinutes(2);

    /// <summary>A permission given while the clock is paused does not outlive the day.</summary>
    private static readonly TimeSpan MostValidity = TimeSpan.FromDays(1);

    /// <summary>Storage tells milliseconds here; a clock that has stood at many instants in one of them stands at the last when bytes are complete.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(1) - TimeSpan.FromTicks(1);

    /// <inheritdoc/>
    public DateTimeOffset ToProduct(DateTimeOffset storage) => clock.ToProduct(storage + Grain);

    /// <inheritdoc/>
    public DateTimeOffset ToStorageExpiry(DateTimeOffset product)
    {
        var now = wall.GetUtcNow();
        var (least, most) = (now + LeastValidity, now + MostValidity);
        var mapped = clock.ToWall(product) ?? most;
        return mapped < least ? least
            : mapped > most ? most
            : mapped;
    }
}
