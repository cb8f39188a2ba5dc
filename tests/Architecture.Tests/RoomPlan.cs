namespace ProgramReview.Architecture.Tests;

/// <summary>
/// The order of the rooms, from the ground up, the same for the rules and for the app: a room knows what lies beneath it and nothing else, so
/// there are no circles and no exceptions. The steps of the business stand in the order in which data passes through them.
/// </summary>
internal static class RoomPlan
{
    /// <summary>From the lowest room to the one that composes all.</summary>
    public static readonly IReadOnlyList<string> Order =
    [
        "Naming",
        "Deadlines",
        "Entropy",
        "Storage",
        "Durable",
        "Events",
        "Planning",
        "Index",
        "Web",
        "Forms",
        "Receipts",
        "Mail",
        "Requesting",
        "Checking",
        "Narrative",
        "Uploading",
        "Figures",
        "Material",
        "Compiling",
        "Rendering",
        "Approving",
        "Publishing",
        "Orchestration",
        "Operations",
        "Watch",
        "Status",
        "Hosting",
    ];

    /// <summary>Whether code of one room may name another.</summary>
    public static bool MayKnow(string from, string to) => Level(to) <= Level(from);

    private static int Level(string room)
    {
        var level = Order.ToList().IndexOf(room);
        return level >= 0
            ? level
            : throw new ArgumentOutOfRangeException(nameof(room), room, "Not in the order.");
    }
}
