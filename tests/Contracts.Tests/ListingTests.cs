using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ProgramReview.Contracts.Tests;

public sealed partial class ListingTests
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>Not listed: it lives in the core of the real product.</summary>
    private const string CoreNamespace = "DurableTask.Core.Exceptions";

    public static TheoryData<Type> Declarations =>
        [
            .. typeof(TaskName)
                .Assembly.GetExportedTypes()
                .Where(type => type.Namespace != CoreNamespace),
        ];

    [Theory, MemberData(nameof(Declarations))]
    public void A_declared_type_is_listed_in_kind_and_attribute_targets(Type type)
    {
        var listed = Listing.Types.GetValueOrDefault(type.FullName!);

        Assert.True(listed is not null, $"{type.FullName} is not in the listing.");
        Assert.StartsWith(
            Kind(type),
            listed.Declaration.Replace("record ", "class ", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false);
        var targets = string.Join(
            " | ",
            listed.Attributes.Where(a => a.Contains("AttributeUsage", StringComparison.Ordinal))
        );
        if (usage is null)
        {
            Assert.Empty(targets);
        }
        else
        {
            var named = Target()
                .Matches(targets)
                .Select(match => Enum.Parse<AttributeTargets>(match.Groups[1].Value));
            Assert.Equal(
                named.Aggregate((AttributeTargets)0, (all, one) => all | one),
                usage.ValidOn
            );
        }
    }

    [Theory, MemberData(nameof(Declarations))]
    public void A_declared_member_is_listed_with_the_same_signature(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
        {
            return;
        }

        var listed = Listing.Types[type.FullName!].Members.Select(Normal).ToHashSet();
        var unlisted = type.GetMembers(Declared)
            .Where(IsVisible)
            .Select(Signature.Of)
            .Select(Normal)
            .Where(signature => !listed.Contains(signature))
            .ToList();

        Assert.True(
            unlisted.Count == 0,
            $"Not in the listing of {type}:\n{string.Join('\n', unlisted)}\nListed:\n{string.Join('\n', listed)}"
        );
    }

    [Fact]
    public void Statuses_and_levels_have_the_listed_numbers()
    {
        foreach (
            var type in typeof(TaskName).Assembly.GetExportedTypes().Where(type => type.IsEnum)
        )
        {
            var listed = Listing
                .Types[type.FullName!]
                .Members.Select(member => member.TrimEnd(','))
                .Order();
            var declared = Enum.GetNames(type)
                .Select(name => $"{name} = {(int)Enum.Parse(type, name)}")
                .Order();
            Assert.Equal(listed, declared);
        }
    }

    private static string Kind(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) ? "public delegate"
        : type.IsEnum ? "public enum"
        : type.IsInterface ? "public interface"
        : type.IsValueType ? "public readonly struct"
        : type is { IsAbstract: true, IsSealed: true } ? "public static class"
        : type.IsAbstract ? "public abstract class"
        : type.IsSealed ? "public sealed class"
        : "public class";

    /// <summary>What a caller can write; what the compiler makes for records and operators follows from their kind.</summary>
    private static bool IsVisible(MemberInfo member) =>
        member switch
        {
            _ when member.IsDefined(typeof(CompilerGeneratedAttribute)) => false,
            FieldInfo field => field.IsPublic,
            ConstructorInfo made => (made.IsPublic || made.IsFamily) && !IsRecordCopy(made),
            MethodInfo method => (method.IsPublic || method.IsFamily)
                && (!method.IsSpecialName || method.Name == "op_Implicit")
                && method.Name
                    is not (
                        "Equals"
                        or "GetHashCode"
                        or "ToString"
                        or "Deconstruct"
                        or "PrintMembers"
                        or "<Clone>$"
                    ),
            PropertyInfo property => (property.GetMethod ?? property.SetMethod!)
                is { IsPublic: true }
                    or { IsFamily: true }
                && property.Name != "EqualityContract",
            _ => false,
        };

    private static bool IsRecordCopy(ConstructorInfo made) =>
        made.IsFamily
        && made.GetParameters() is [{ } one]
        && one.ParameterType == made.DeclaringType;

    /// <summary>Leaves out what reflection shows differently from the listing: constraints, constants, private setters, and "?" on open types.</summary>
    private static string Normal(string signature)
    {
        var text = OpenType().Replace(Constraint().Replace(signature, ""), "$1");
        text = text.Replace(" private set;", "", StringComparison.Ordinal)
            .Replace(" private init;", "", StringComparison.Ordinal)
            .Replace("public const", "const", StringComparison.Ordinal)
            .Replace("public static readonly", "static readonly", StringComparison.Ordinal)
            .Replace("sealed ", "", StringComparison.Ordinal);
        return text.StartsWith("const ", StringComparison.Ordinal) ? text.Split(" = ")[0] : text;
    }

    [GeneratedRegex(@"AttributeTargets\.(\w+)")]
    private static partial Regex Target();

    [GeneratedRegex(@"\b(T|TInput|TOutput|TResult)\?")]
    private static partial Regex OpenType();

    [GeneratedRegex(@" where \w+ : .*$")]
    private static partial Regex Constraint();
}
