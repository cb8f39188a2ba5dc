namespace ProgramReview.Functions.Checking;

/// <summary>The content types of parts, as an Office file's table of them says: by name, else by extension.</summary>
internal sealed class OfficeTypes
{
    private readonly Dictionary<string, string> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> byExtension = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the rows of the table.</summary>
    public OfficeTypes(IEnumerable<Dictionary<string, string>> rows)
    {
        foreach (var row in rows)
        {
            if (row.GetValueOrDefault("ContentType") is not { } type)
            {
                continue;
            }
            if (row.GetValueOrDefault("PartName") is { } part)
            {
                byName.TryAdd(part.Trim('/'), type);
            }
            else if (row.GetValueOrDefault("Extension") is { } extension)
            {
                byExtension.TryAdd($".{extension}", type);
            }
        }
    }

    /// <summary>The type of a part, or null.</summary>
    public string? Of(string part) =>
        byName.GetValueOrDefault(part) ?? byExtension.GetValueOrDefault(Path.GetExtension(part));
}
