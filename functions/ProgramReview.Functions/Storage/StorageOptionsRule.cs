using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Storage;

/// <summary>Storage is named in exactly one of the two ways, and completely.</summary>
internal sealed class StorageOptionsRule : IValidateOptions<StorageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        (string Setting, Uri? Value)[] addresses =
        [
            (nameof(options.BlobServiceUri), options.BlobServiceUri),
            (nameof(options.TableServiceUri), options.TableServiceUri),
            (nameof(options.QueueServiceUri), options.QueueServiceUri),
        ];
        if (options.UsesConnectionString)
        {
            return addresses.Any(address => address.Value is not null)
                ? Fail("ConnectionString and service addresses are both set; set one of the two.")
                : ValidateOptionsResult.Success;
        }
        var wrong = addresses
            .Where(address => address.Value is not { IsAbsoluteUri: true, Scheme: "https" })
            .Select(address => address.Setting)
            .ToList();
        return wrong.Count == 0
            ? ValidateOptionsResult.Success
            : Fail(
                $"set ConnectionString, or all service addresses as https addresses; missing or wrong: {string.Join(", ", wrong)}."
            );
    }

    private static ValidateOptionsResult Fail(string text) =>
        ValidateOptionsResult.Fail($"Settings in '{StorageOptions.SectionName}': {text}");
}
