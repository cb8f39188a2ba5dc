namespace ProgramReview.TestKit;

/// <summary>Which processes a process has started, as Linux tells.</summary>
public static class ProcessTree
{
    /// <summary>The living children of a process.</summary>
    public static IReadOnlyList<int> ChildrenOf(int parent) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0)
                .Where(id => id > 0 && Read(id) is { } stat && stat.Parent == parent),
        ];

    /// <summary>Whether a process is still there; one that has ended and waits to be noticed is not.</summary>
    public static bool Lives(int id) => Read(id) is { State: not "Z" };

    /// <summary>The words that a process was started with; empty if it is gone.</summary>
    public static string CommandOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static (string State, int Parent)? Read(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            // The name in brackets may hold anything.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (fields[0], int.Parse(fields[1], null));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
