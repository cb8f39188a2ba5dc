namespace ProgramReview.Functions.Storage;

/// <summary>Creates what the product stores in.</summary>
public interface IStorageSetup
{
    /// <summary>Creates the tables, containers and queue that are missing; may be repeated.</summary>
    Task EnsureAsync(CancellationToken cancellation = default);
}
