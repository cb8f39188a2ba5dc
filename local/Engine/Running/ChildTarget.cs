namespace ProgramReview.Local.Engine.Running;

/// <summary>Whom a call to a child speaks to, as it stands in the line of history: the id, and what the call says besides.</summary>
/// <param name="Id">The child's instance id.</param>
/// <param name="Version">The child's version; empty if none was asked for.</param>
/// <param name="Tags">The labels of the call, as JSON.</param>
internal sealed record ChildTarget(string Id, string Version = "", string? Tags = null)
{
    // A line break is in no id and in no JSON; the version comes last and may hold what it likes.
    public override string ToString() =>
        Version.Length == 0 && Tags is null ? Id : $"{Id}\n{Tags}\n{Version}";

    public static ChildTarget Parse(string text) =>
        text.Split('\n', 3) is [var id, var tags, var version]
            ? new(id, version, tags.Length == 0 ? null : tags)
            : new(text);

    /// <summary>The parent's labels with those of the call, which win.</summary>
    public string? TagsBeneath(string? parentTags)
    {
        if (Tags is null || parentTags is null)
        {
            return Tags ?? parentTags;
        }

        var all = Labels.Read(parentTags);
        foreach (var (key, value) in Labels.Read(Tags))
        {
            all[key] = value;
        }

        return Labels.Write(all);
    }
}
