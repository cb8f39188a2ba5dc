namespace ProgramReview.Architecture.Tests;

/// <summary>
/// Which room may know which. The steps of the business know the steps before them; beneath them lie the rooms that serve all, above
/// them those that know all and are known to none.
/// </summary>
internal static class RoomPlan
{
    private static readonly string[] Steps =
    [
        "Planning",
        "Requesting",
        "Uploading",
        "Checking",
        "Compiling",
        "Approving",
        "Publishing",
        "Steering",
    ];

    /// <summary>What each room beneath the steps may know.</summary>
    private static readonly Dictionary<string, string[]> Beneath = new()
    {
        ["Naming"] = [],
        ["Entropy"] = [],
        ["Deadlines"] = [],
        ["Storage"] = ["Entropy"],
        ["Audit"] = ["Naming", "Deadlines", "Entropy", "Storage"],
        // A receipt says what the record and the plan say.
        ["Receipts"] = ["Naming", "Deadlines", "Audit", "Planning", "Access"],
        // A page is drawn in the words of the plan and of the record.
        ["Pages"] = ["Naming", "Deadlines", "Audit", "Planning", "Access"],
        ["Access"] = ["Pages"],
        ["Links"] =
        [
            "Naming",
            "Entropy",
            "Storage",
            "Audit",
            "Pages",
            "Access",
            "Planning",
            "Mail",
        ],
        ["Mail"] =
        [
            "Naming",
            "Deadlines",
            "Entropy",
            "Storage",
            "Audit",
            "Pages",
            "Links",
            "Planning",
            "Receipts",
        ],
    };

    /// <summary>Above all: they know everything, and nobody knows them but the one that composes.</summary>
    private static readonly string[] Above = ["Status", "Orchestration", "Hosting"];

    private const string App = "functions/ProgramReview.Functions/";

    /// <summary>
    /// The helpers that lie with the orchestrations and serve every room: how an activity is called, and how an instance is rung.
    /// </summary>
    public static readonly IReadOnlyList<string> OrchestrationHelpers = ["Retries", "Ringing"];

    /// <summary>Files that know more than their room may, each with the reason why.</summary>
    public static readonly IReadOnlyDictionary<(string Path, string Room), string> Exceptions =
        new Dictionary<(string, string), string>
        {
            [(App + "Uploading/SubmissionRecorder.cs", "Checking")] =
                "A submission and its findings are one transaction, so the recorder has the checks made before it writes.",
            [(App + "Mail/MailComposer.cs", "Requesting")] =
                "At the moment of sending it asks the step's own rule whether the mail is still needed.",
            [(App + "Mail/MailComposer.cs", "Approving")] =
                "At the moment of sending it asks the step's own rule whether the mail is still needed.",
            [(App + "Storage/StorageRegistration.cs", "Audit")] = Composes,
            [(App + "Storage/StorageRegistration.cs", "Links")] = Composes,
            [(App + "Storage/StorageRegistration.cs", "Mail")] = Composes,
            [(App + "Storage/StorageRegistration.cs", "Planning")] = Composes,
            [(App + "Storage/StorageRegistration.cs", "Uploading")] = Composes,
        };

    private const string Composes =
        "It composes: one call puts storage behind the ports of all rooms.";

    /// <summary>Whether a room stands in the plan.</summary>
    public static bool IsKnown(string room) =>
        Steps.Contains(room) || Beneath.ContainsKey(room) || Above.Contains(room);

    /// <summary>Whether code of one room may name another.</summary>
    public static bool MayKnow(string from, string to) =>
        from == to
        || (
            IsKnown(to)
            && from switch
            {
                "Hosting" => true,
                "Status" or "Orchestration" => !Above.Contains(to),
                _ when Beneath.TryGetValue(from, out var allowed) => allowed.Contains(to),
                _ => Beneath.ContainsKey(to)
                    || (
                        Steps.Contains(to) && Array.IndexOf(Steps, to) < Array.IndexOf(Steps, from)
                    ),
            }
        );
}
