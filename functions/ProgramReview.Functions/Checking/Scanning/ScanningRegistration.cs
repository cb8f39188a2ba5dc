using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Checking.Scanning;

/// <summary>Who looks for malware, by the settings.</summary>
public static class ScanningRegistration
{
    // Longer than clamd takes for any file by its own settings (MaxScanTime, two minutes): who says nothing for so long hangs.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    /// <summary>Adds the scanner that is set.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the section <c>Scan</c>.</param>
    public static IServiceCollection AddScanner(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<ScanOptions>()
            .Bind(configuration.GetSection(ScanOptions.SectionName))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScanOptions>, ScanOptionsRule>();
        return services.AddSingleton(Create);
    }

    private static IMalwareScanner Create(IServiceProvider given) =>
        given.GetRequiredService<IOptions<ScanOptions>>().Value switch
        {
            { Provider: ScanProvider.Clamd, Clamd: { } address } => new ClamdScanner(
                new ClamdClient(address, Silence),
                given.GetRequiredService<ILogger<ClamdScanner>>()
            ),
            { Provider: ScanProvider.Defender } => new SilentScanner(ScanMode.ByEvent),
            _ => new SilentScanner(ScanMode.None),
        };
}
