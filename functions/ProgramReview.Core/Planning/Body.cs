namespace ProgramReview.Core.Planning;

/// <summary>An organisation that may owe reports; bodies form a tree.</summary>
/// <param name="Code">Unique in the plan.</param>
/// <param name="Name">Official name.</param>
/// <param name="Kind">A code that groups bodies, for example <c>district</c>; report types may be owed by a kind.</param>
/// <param name="Parent">The code of the body above, or null at the top.</param>
/// <param name="Contacts">Who receives requests and reminders; at least one if the body owes a report.</param>
public sealed record Body(
    string Code,
    LocalizedText Name,
    string Kind,
    string? Parent,
    IReadOnlyList<Person> Contacts
);
