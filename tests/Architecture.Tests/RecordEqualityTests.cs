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

    [Fact]
    public void Nor_by_a_collection_or_a_query_that_compares_what_it_holds()
    {
        var holding = Records
            .Where(record => Holds(record, []))
            .Select(record => record.Name)
            .ToHashSet();

        Assert.Empty(
            Calls
                .All.Where(call => Compared(call.Member) is { } type && holding.Contains(type))
                .Select(call => $"{call.Caller} calls {call.Member}")
                .Distinct()
        );
    }

    [Theory]
    [InlineData("Enumerable.Distinct<Submission>", "Submission")]
    [InlineData("Enumerable.GroupBy<Entry,Submission>", "Submission")]
    [InlineData("Enumerable.DistinctBy<Submission,String>", "String")]
    [InlineData("MemoryExtensions.Contains<Submission>", "Submission")]
    [InlineData("List`1<Submission>.Contains", "Submission")]
    [InlineData("HashSet`1<Submission>..ctor", "Submission")]
    [InlineData("Dictionary`2<Submission,List`1<Entry>>..ctor", "Submission")]
    [InlineData("Dictionary`2<String,Submission>..ctor", "String")]
    [InlineData("Enumerable.Select<Submission,String>", null)]
    [InlineData("List`1<Submission>.Add", null)]
    [InlineData("Submission.get_Findings", null)]
    public void What_a_call_compares_is_known_by_its_name(string member, string? expected) =>
        Assert.Equal(expected, Compared(member));

    // Which of the types a method or collection is used with it compares, by the place among them.
    private static readonly Dictionary<string, int> Comparing = new()
    {
        ["Contains"] = 0,
        ["Distinct"] = 0,
        ["Union"] = 0,
        ["Except"] = 0,
        ["Intersect"] = 0,
        ["SequenceEqual"] = 0,
        ["IndexOf"] = 0,
        ["ToHashSet"] = 0,
        ["ToImmutableHashSet"] = 0,
        ["ToFrozenSet"] = 0,
        ["DistinctBy"] = 1,
        ["UnionBy"] = 1,
        ["ExceptBy"] = 1,
        ["IntersectBy"] = 1,
        ["CountBy"] = 1,
        ["AggregateBy"] = 1,
        ["GroupBy"] = 1,
        ["ToLookup"] = 1,
        ["ToDictionary"] = 1,
        ["ToFrozenDictionary"] = 1,
        ["Join"] = 2,
        ["GroupJoin"] = 2,
    };

    private static readonly string[] Sets = ["HashSet", "Dictionary", "ConcurrentDictionary"];

    private static string? Compared(string member)
    {
        var open = member.IndexOf('<', StringComparison.Ordinal);
        if (open < 0)
        {
            return null;
        }
        var close = member.LastIndexOf('>');
        var types = Arguments(member[(open + 1)..close]);
        // Of a generic type, what is called stands behind its arguments; of a generic method, before them.
        if (close == member.Length - 1)
        {
            return
                Comparing.TryGetValue(member[..open].Split('.')[^1], out var place)
                && place < types.Count
                ? types[place]
                : null;
        }
        var isSet = Sets.Contains(member[..open].Split('`')[0]);
        return
            isSet && member.EndsWith("..ctor", StringComparison.Ordinal)
            || !isSet && member[(close + 2)..] is "Contains" or "IndexOf" or "Remove"
            ? types[0]
            : null;
    }

    private static List<string> Arguments(string list)
    {
        var (types, depth, start) = (new List<string>(), 0, 0);
        for (var at = 0; at < list.Length; at++)
        {
            depth += list[at] switch
            {
                '<' => 1,
                '>' => -1,
                _ => 0,
            };
            if (list[at] == ',' && depth == 0)
            {
                types.Add(list[start..at]);
                start = at + 1;
            }
        }
        return [.. types, list[start..]];
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
