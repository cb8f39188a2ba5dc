using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ProgramReview.Functions.Hosting;

/// <summary>What no log of the product may say, on whichever host.</summary>
internal static class LogRules
{
    // The server and the clients beneath us write down addresses, and an address with a link in it is a key.
    private static readonly string[] Tellers = ["Microsoft.AspNetCore", "System.Net.Http", "Azure"];

    public static IServiceCollection AddLogRules(this IServiceCollection services) =>
        services.AddLogging(logging =>
        {
            foreach (var teller in Tellers)
            {
                logging.AddFilter(teller, LogLevel.Warning);
            }
        });
}
