namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads lists.</summary>
internal static class Lists
{
    public static IReadOnlyList<T> Read<T>(
        YamlValue value,
        string path,
        FaultLog log,
        Func<YamlValue, string, T?> read
    )
        where T : class
    {
        if (value is not YamlList list)
        {
            log.Add(value, path, "A list is expected here", "Write '- ...' lines, or [] for none");
            return [];
        }

        var items = new List<T>();
        foreach (var (i, item) in list.Items.Index())
        {
            var at = FormattableString.Invariant($"{path}[{i}]");
            log.Place(at, item.Line);
            if (read(item, at) is { } result)
            {
                items.Add(result);
            }
        }

        return items;
    }
}
