using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Hosting;

/// <summary>What is done before the first request.</summary>
public static class Preparation
{
    /// <summary>Checks all settings, then makes sure that storage is there.</summary>
    /// <exception cref="InvalidOperationException">Settings are missing or wrong; the message lists every fault.</exception>
    public static Task PrepareAsync(
        this IServiceProvider services,
        CancellationToken cancellation = default
    )
    {
        CheckSettings(services);
        return services.GetRequiredService<IStorageSetup>().EnsureAsync(cancellation);
    }

    private static void CheckSettings(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception wrong) when (wrong is OptionsValidationException or AggregateException)
        {
            var faults = wrong is AggregateException several
                ? several.InnerExceptions.SelectMany(FaultsOf)
                : FaultsOf(wrong);
            throw new InvalidOperationException(
                $"The app cannot start; settings to mend (see docs/settings.md):{Environment.NewLine}"
                    + string.Join(Environment.NewLine, faults.Select(fault => $"- {fault}")),
                wrong
            );
        }
    }

    private static IEnumerable<string> FaultsOf(Exception wrong) =>
        wrong is OptionsValidationException options ? options.Failures : [wrong.Message];
}
