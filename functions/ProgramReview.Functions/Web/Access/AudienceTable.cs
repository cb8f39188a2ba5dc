using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ProgramReview.Functions.Web.Access;

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

    /// <summary>The least role of the staff a function asks for; null if it is not for the staff alone.</summary>
    public StaffRole? RoleFor(string function) =>
        Of(function) switch
        {
            Audience.Operators => StaffRole.Operator,
            Audience.Auditors => StaffRole.Auditor,
            Audience.Viewers => StaffRole.Viewer,
            Audience.LinkHolders or Audience.Everybody => null,
            var audience => throw new InvalidOperationException(
                $"Nobody knows who {audience} are."
            ),
        };

    /// <summary>Whether a member of the staff with this role may call a function; pages show a link only then.</summary>
    public bool IsOpenTo(StaffRole role, string function) =>
        RoleFor(function) is not { } least || role >= least;
}
