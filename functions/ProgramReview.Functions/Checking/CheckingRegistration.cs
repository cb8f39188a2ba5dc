using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Checking.Scanning;

namespace ProgramReview.Functions.Checking;

/// <summary>What the room registers.</summary>
public static class CheckingRegistration
{
    /// <summary>Adds the reader of uploads within this process, and no scanner, unless the host brought others.</summary>
    public static IServiceCollection AddChecking(this IServiceCollection services)
    {
        services.TryAddSingleton(new ReadingLimits());
        services.TryAddSingleton<IContentReader, ContentReader>();
        services.TryAddSingleton<IMalwareScanner>(new SilentScanner(ScanMode.None));
        return services.AddSingleton<ContentFactsStore>();
    }
}
