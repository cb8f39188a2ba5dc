using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProgramReview.Functions.Checking.Reading;

namespace ProgramReview.Functions.Checking;

/// <summary>What the room registers.</summary>
public static class CheckingRegistration
{
    /// <summary>Adds the reader of uploads within this process, unless the host brought another.</summary>
    public static IServiceCollection AddChecking(this IServiceCollection services)
    {
        services.TryAddSingleton(new ReadingLimits());
        services.TryAddSingleton<IContentReader, ContentReader>();
        return services.AddSingleton<ContentFactsStore>();
    }
}
