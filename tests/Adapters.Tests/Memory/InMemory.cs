using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Adapters.Tests.Memory;

internal static class InMemory
{
    public static ServiceProvider Open(TimeProvider? clock = null, bool wholeSeconds = true) =>
        new ServiceCollection()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddInMemoryAdapters(options => options.WholeSeconds = wholeSeconds)
            .BuildServiceProvider();
}
