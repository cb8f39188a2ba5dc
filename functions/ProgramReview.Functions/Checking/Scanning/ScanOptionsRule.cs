using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Checking.Scanning;

/// <summary>The chosen scanner can be reached by what is set.</summary>
internal sealed class ScanOptionsRule : IValidateOptions<ScanOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ScanOptions options) =>
        options switch
        {
            { Provider: ScanProvider.Clamd, Clamd: var address } when !ClamdClient.Knows(address) =>
                Fail(
                    "Clamd is where clamd listens, unix:///var/run/clamav/clamd.ctl or tcp://127.0.0.1:3310."
                ),
            { Provider: not ScanProvider.Clamd, Clamd: not null } => Fail(
                "Clamd is set, and Provider is not Clamd."
            ),
            { Provider: ScanProvider.None or ScanProvider.Clamd or ScanProvider.Defender } =>
                ValidateOptionsResult.Success,
            _ => Fail("Provider must be None, Clamd or Defender."),
        };

    private static ValidateOptionsResult Fail(string text) =>
        ValidateOptionsResult.Fail($"Settings in '{ScanOptions.SectionName}': {text}");
}
