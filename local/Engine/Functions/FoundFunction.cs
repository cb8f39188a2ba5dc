using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>A method that is a function.</summary>
/// <param name="Name">The name its attribute gives it.</param>
/// <param name="Method">The method.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Trigger">The one of them that has the trigger.</param>
internal sealed record FoundFunction(
    string Name,
    MethodInfo Method,
    ParameterInfo[] Parameters,
    ParameterInfo Trigger
)
{
    public TriggerBindingAttribute TriggerAttribute { get; } =
        Trigger.GetCustomAttribute<TriggerBindingAttribute>()!;

    /// <summary>Where the code stands, for people.</summary>
    public static string Where(MethodInfo method) =>
        $"{method.DeclaringType!.FullName}.{method.Name}";
}
