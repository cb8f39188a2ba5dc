using System.Collections;
using System.Reflection;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Access;
using Xunit;

namespace ProgramReview.Architecture.Tests;

/// <summary>
/// Two records that hold lists are equal only while they share them: read from storage twice, the same submission differs from itself. So
/// nothing compares them; what is the same is told by a name.
/// </summary>
public sealed class RecordEqualityTests
{
    private static readonly string[] Comparisons = ["op_Equality", "op_Inequality", "Equals"];

    private static readonly Type[] Records =
    [
        .. new[] { typeof(Entry).Assembly, typeof(AudienceTable).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetMethod("<Clone>$") is not null),
    ];

    [Fact]
    public void No_record_that_holds_a_list_is_compared()
    {
        var holding = Records.Where(record => Holds(record, [])).ToList();
        var members = holding
            .SelectMany(record => Comparisons.Select(member => $"{record.Name}.{member}"))
            .ToHashSet();

        Assert.Contains(typeof(Submission), holding);
        Assert.Contains(typeof(AssignmentEvent), holding);
        Assert.Empty(
            Calls
                .All.Where(call => members.Contains(call.Member) && !IsOwn(call))
                .Select(call => $"{call.Caller} calls {call.Member}")
                .Distinct()
        );
    }

    private static bool Holds(Type type, HashSet<Type> seen) =>
        seen.Add(type)
        && (
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => property.PropertyType)
                .Any(part =>
                    (part != typeof(string) && part.IsAssignableTo(typeof(IEnumerable)))
                    || (Records.Contains(part) && Holds(part, seen))
                ) || Records.Any(record => record.BaseType == type && Holds(record, seen))
        );

    // What the compiler writes: a record compares its own kind, its base, and those of its name that stand elsewhere.
    private static bool IsOwn((string Caller, string Member) call) =>
        Records
            .Where(record => record.Name == call.Member.Split('.')[0])
            .SelectMany(named => Records.Where(record => record.IsAssignableTo(named)))
            .Any(record => Outermost(record) == call.Caller);

    private static string Outermost(Type type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type.Name;
}
