namespace ProgramReview.Local.Rehearsal.People;

/// <summary>How the people of a plan behave in a rehearsal.</summary>
public sealed record Profile
{
    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>The units.</summary>
    public UnitHabits Units { get; init; } = new();

    /// <summary>The approvers.</summary>
    public ApproverHabits Approvers { get; init; } = new();

    /// <summary>The operators.</summary>
    public OperatorHabits Operators { get; init; } = new();

    /// <summary>Most send on time, a few late, one in fifty never; one approver asks for changes, once.</summary>
    public static Profile Typical { get; } = new() { Name = "typical" };

    /// <summary>The profiles that have a name, in order.</summary>
    public static IReadOnlyList<Profile> Named { get; } =
    [
        Typical,
        new()
        {
            Name = "punctual",
            Units = new()
            {
                Never = 0,
                Late = 0,
                WrongFirst = 0,
                Careless = 0,
                AsksExtension = 0,
                Sends = new(0.1, 0.6),
            },
            Approvers = new() { Decides = new(0.02, 0.15), RoundsOfChanges = 0 },
        },
        new()
        {
            Name = "last-hour",
            Units = new()
            {
                Never = 0,
                Late = 0.05,
                WrongFirst = 0.05,
                AsksExtension = 0.03,
                OfficeHours = false,
                WithinLast = TimeSpan.FromHours(1),
            },
            Approvers = new()
            {
                RoundsOfChanges = 0,
                OfficeHours = false,
                WithinLast = TimeSpan.FromHours(1),
            },
        },
        new()
        {
            Name = "chaotic",
            Units = new()
            {
                Never = 0.08,
                Late = 0.2,
                WrongFirst = 0.25,
                Careless = 0.4,
                AsksExtension = 0.15,
                OfficeHours = false,
                Sends = new(0.02, 1),
                SendsLate = new(0, 1),
                Corrects = new(0.1, 1),
            },
            Approvers = new()
            {
                OfficeHours = false,
                Silent = 0.2,
                Decides = new(0.02, 0.95),
                RoundsOfChanges = 2,
            },
            Operators = new() { Grants = 0.5 },
        },
        new()
        {
            Name = "worst",
            Units = new()
            {
                Never = 0.3,
                Late = 0.7,
                WrongFirst = 1,
                Careless = 1,
                AsksExtension = 0,
                OfficeHours = false,
                WithinLast = TimeSpan.FromSeconds(2),
            },
            Approvers = new()
            {
                RoundsOfChanges = 2,
                OfficeHours = false,
                WithinLast = TimeSpan.FromSeconds(2),
            },
            Operators = new() { Grants = 0 },
        },
    ];
}
