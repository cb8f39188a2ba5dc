using System.Reflection;

namespace ProgramReview.Contracts.Tests;

/// <summary>The committed listing of the real API: the members of each type, line by line as listed.</summary>
internal static class Listing
{
    public static IReadOnlyDictionary<string, ListedType> Types { get; } = Read();

    private static Dictionary<string, ListedType> Read()
    {
        var types = new Dictionary<string, ListedType>();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (
            var resource in assembly
                .GetManifestResourceNames()
                .Where(name => name.EndsWith(".txt", StringComparison.Ordinal))
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            Read(reader, types);
        }

        return types;
    }

    private static void Read(StreamReader reader, Dictionary<string, ListedType> types)
    {
        var (space, attributes) = ("", new List<string>());
        ListedType? type = null;
        while (reader.ReadLine() is { } line)
        {
            var text = line.Trim();
            var indent = line.Length - line.TrimStart().Length;
            if (text.StartsWith("namespace ", StringComparison.Ordinal))
            {
                space = text["namespace ".Length..];
            }
            else if (indent == 2 && text.StartsWith('['))
            {
                attributes.Add(text);
            }
            else if (indent == 2)
            {
                type = new(text, [.. attributes], []);
                attributes.Clear();
                types[$"{space}.{NameOf(text)}"] = type;
            }
            else if (indent > 2 && text.Length > 0 && !text.StartsWith('['))
            {
                type!.Members.Add(text);
            }
        }
    }

    /// <summary>The name in a declaration, with the number of its type parameters behind a grave accent.</summary>
    private static string NameOf(string declaration)
    {
        var head = declaration.Split([" : ", " where "], StringSplitOptions.None)[0].Split('(')[0];
        var open = head.IndexOf('<', StringComparison.Ordinal);
        var isDelegate = declaration.Contains("delegate ", StringComparison.Ordinal);
        var generic = open >= 0 && !isDelegate;
        var name = (generic ? head[..open] : head).Split(' ')[^1];
        return generic ? $"{name}`{head[open..].Count(c => c == ',') + 1}" : name;
    }
}

/// <summary>A type of the listing.</summary>
internal sealed record ListedType(
    string Declaration,
    IReadOnlyList<string> Attributes,
    List<string> Members
);
