namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>Who is killed, in which order.</summary>
internal sealed record Victims(string Name, Func<int, int, IEnumerable<int>> Of)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<Victims> All { get; } =
    [
        new("host", (host, _) => [host]),
        new("storage", (_, storage) => [storage]),
        new("host, then storage", (host, storage) => [host, storage]),
        new("storage, then host", (host, storage) => [storage, host]),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
