using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ProgramReview.Functions.Access;

/// <summary>Who may call which HTTP function, read once from the attributes.</summary>
public sealed class AudienceTable
{
    private readonly Dictionary<string, Audience> audiences = typeof(AudienceTable)
        .Assembly.GetTypes()
        .SelectMany(type =>
            type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        )
        .Where(method =>
            method
                .GetParameters()
                .Any(parameter => parameter.IsDefined(typeof(HttpTriggerAttribute), inherit: false))
        )
        .ToDictionary(
            method => method.GetCustomAttribute<FunctionAttribute>()!.Name,
            method => method.GetCustomAttribute<OpenToAttribute>()?.Audience ?? Audience.Operators,
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>All HTTP functions with their audience.</summary>
    public IReadOnlyDictionary<string, Audience> All => audiences;

    /// <summary>Who may call a function; operations only, if it is not known.</summary>
    public Audience Of(string function) =>
        audiences.GetValueOrDefault(function, Audience.Operators);
}
