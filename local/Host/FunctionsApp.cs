using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace ProgramReview.Local.Host;

/// <summary>A functions app as the local host loads it.</summary>
/// <param name="Types">Where its functions stand.</param>
/// <param name="Compose">Registers its services and middleware.</param>
/// <param name="HostJsonPath">Its host.json.</param>
internal sealed record FunctionsApp(
    IReadOnlyList<Type> Types,
    Action<IFunctionsWorkerApplicationBuilder, IConfiguration> Compose,
    string HostJsonPath
)
{
    /// <summary>The app of an assembly.</summary>
    public static FunctionsApp Of(
        Assembly assembly,
        Action<IFunctionsWorkerApplicationBuilder, IConfiguration> compose
    ) => new(assembly.GetTypes(), compose, Path.Combine(AppContext.BaseDirectory, "host.json"));
}
